package dev.readback;

import dev.readback.failure.Failure;
import dev.readback.intent.Aliases;
import dev.readback.memory.Facts;
import dev.readback.memory.Facts.Remembered;
import dev.readback.say.Redaction;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers, forgets and recalls, in sentences. */
final class RememberedFacts {

    private static final int MOST_SAID = 5;
    private static final int LONGEST_SAID = 200;
    private static final String NO_CREDENTIALS =
            "I do not keep passwords, keys or tokens, so I have not remembered that. Keep it in a password manager.";

    private final Facts facts;
    private final InstantSource clock;
    private final ZoneId zone;

    RememberedFacts(Facts facts, InstantSource clock, ZoneId zone) {
        this.facts = facts;
        this.clock = clock;
        this.zone = zone;
    }

    /** A credential is not remembered. A failure, so that it does not get into the audit trail as a deed either. */
    static final class NotKept extends Failure {
        private static final long serialVersionUID = 1;

        NotKept() {
            super("credential_not_kept", NO_CREDENTIALS);
        }
    }

    /** @throws NotKept for what holds a password, a key or a token */
    String remember(String fact) {
        if (Credentials.in(fact)) {
            throw new NotKept();
        }
        Optional<Aliases.Alias> meaning = Aliases.of(fact);
        Remembered remembered = facts.remember(
                fact,
                LocalDate.ofInstant(clock.instant(), zone),
                old -> meaning.isPresent()
                        && Aliases.of(old).map(Aliases.Alias::words).equals(meaning.map(Aliases.Alias::words)));
        return switch (remembered) {
            case Remembered.Added added -> "I will remember: " + ended(shown(fact));
            case Remembered.Known known -> "I have that in mind already: " + ended(shown(fact));
            case Remembered.Replaced(String old) ->
                "I will remember: " + ended(shown(fact)) + " That takes the place of: " + ended(shown(old));
        };
    }

    String forget(String about) {
        List<String> found = facts.about(about);
        return switch (found.size()) {
            case 0 -> "I have nothing in mind about " + ended(shown(about));
            case 1 -> {
                facts.forget(found.getFirst());
                yield "Forgotten: " + ended(shown(found.getFirst())) + " To take that back, tell me to remember it.";
            }
            default ->
                "I have " + found.size() + " things in mind about " + shown(about) + ": " + listed(found)
                        + " Which one? Say: forget that, and then the words of it.";
        };
    }

    String recall(String about) {
        List<String> found = facts.about(about);
        if (found.isEmpty()) {
            return about.isEmpty()
                    ? "I have nothing in mind yet. Say, for example: remember that the backup runs on Sundays."
                    : "I have nothing in mind about " + ended(shown(about));
        }
        return found.size() == 1 ? ended(shown(found.getFirst())) : listed(found.reversed());
    }

    /** The first few. */
    private static String listed(List<String> facts) {
        List<String> said = new ArrayList<>();
        facts.stream().limit(MOST_SAID).forEach(fact -> said.add(ended(shown(fact))));
        int more = facts.size() - said.size();
        return String.join(" ", said) + (more > 0 ? " And " + more + " more, in " + Facts.FILE + "." : "");
    }

    /** As it may be spoken: a person may have written a secret there by hand. */
    private static String shown(String fact) {
        String safe = Credentials.in(fact) ? "something with a password or key in it" : Redaction.redact(fact);
        return safe.length() <= LONGEST_SAID
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, LONGEST_SAID / 2)) + " …";
    }

    private static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?…]") ? sentence : sentence + ".";
    }
}
