package dev.readback.intent;

import dev.readback.intent.Sentences.Setting;
import dev.readback.plan.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** "Restart nginx, or was it apache, I'm not sure": asked, never chosen. */
final class Alternatives {

    private static final List<List<String>> UNSURE = phrases(
            "i am not sure",
            "not sure",
            "i do not know",
            "i don't know",
            "i don't remember",
            "i forget",
            "i can't remember",
            "i am not certain",
            "not certain",
            "which one was it",
            "something like that",
            "i think");

    private static final List<List<String>> WAS_IT =
            phrases("was it", "maybe", "perhaps", "is it", "was that", "possibly", "even");

    private final Requests requests;
    private final Sentences sentences;
    private final Corrections corrections;

    Alternatives(Requests requests, Sentences sentences, Corrections corrections) {
        this.requests = requests;
        this.sentences = sentences;
        this.corrections = corrections;
    }

    Optional<Understanding> understand(Tokens tokens, Setting setting) {
        Tokens sure = withoutUnsure(tokens);
        for (int or = 1; or < sure.size() - 1; or++) {
            if (sure.word(or).equals("or")) {
                Optional<Understanding> asked =
                        between(withoutEither(sure.to(or)), withoutWasIt(sure.from(or + 1)), setting);
                if (asked.isPresent()) {
                    return asked;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Understanding> between(Tokens first, Tokens second, Setting setting) {
        Optional<Command> one = command(sentences.understand(first, setting));
        if (one.isEmpty()) {
            return Optional.empty();
        }
        Optional<Command> other = command(corrections.substituted(first, second, setting))
                .or(() -> command(sentences.understand(second, setting)));
        return other.filter(command -> !command.line().equals(one.get().line()))
                .map(command -> question(one.get(), command, first, second));
    }

    private static Optional<Command> command(Optional<Understanding> understood) {
        return understood.flatMap(
                result -> result instanceof Understanding.Act act ? Optional.of(act.command()) : Optional.empty());
    }

    private Understanding question(Command one, Command other, Tokens first, Tokens second) {
        List<String> values = new ArrayList<>();
        if (one.intent().equals(other.intent())) {
            one.slots().forEach((slot, value) -> {
                String changed = other.slots().get(slot);
                if (changed != null && !changed.equals(value)) {
                    values.add(value);
                    values.add(changed);
                }
            });
        }
        if (values.size() != 2) {
            values.clear();
            values.add(String.join(" ", requests.bare(first).words()));
            values.add(String.join(" ", requests.bare(second).words()));
        }
        return new Understanding.Missing("Which one: " + values.get(0) + " or " + values.get(1) + "?", values);
    }

    private static Tokens withoutUnsure(Tokens tokens) {
        for (List<String> phrase : UNSURE) {
            int start = tokens.size() - phrase.size();
            if (start > 0 && tokens.at(start, phrase)) {
                return tokens.to(start);
            }
        }
        return tokens;
    }

    private static Tokens withoutWasIt(Tokens tokens) {
        for (List<String> phrase : WAS_IT) {
            if (tokens.size() > phrase.size() && tokens.at(0, phrase)) {
                return tokens.from(phrase.size());
            }
        }
        return tokens;
    }

    private static Tokens withoutEither(Tokens tokens) {
        List<Token> kept = tokens.list().stream()
                .filter(token -> !token.word().equals("either"))
                .toList();
        return tokens.with(kept);
    }

    private static List<List<String>> phrases(String... phrases) {
        return Stream.of(phrases).map(phrase -> List.of(phrase.split(" "))).toList();
    }
}
