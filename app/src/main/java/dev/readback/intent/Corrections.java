package dev.readback.intent;

import dev.readback.intent.Sentences.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** "Restart apache, no wait, I mean nginx": what is said last counts, and what was taken back never runs. */
final class Corrections {

    private static final List<List<String>> MARKERS = Stream.of(
                    "no wait",
                    "wait no",
                    "no sorry",
                    "sorry no",
                    "i mean",
                    "i meant",
                    "scratch that",
                    "correction",
                    "make that",
                    "make it",
                    "actually no",
                    "no actually",
                    "or rather",
                    "wait wait",
                    "oops",
                    "no no",
                    "sorry i meant",
                    "wait",
                    "hang on",
                    "hold on",
                    "no i said",
                    "i said",
                    "that is wrong",
                    "no not that",
                    "my mistake",
                    "my bad",
                    "strike that",
                    "excuse me",
                    "on second thought",
                    "on second thoughts",
                    "let me rephrase",
                    "let me rephrase that",
                    "i meant to say",
                    "no make that",
                    "change that to",
                    "or no",
                    "no it is",
                    "that should be",
                    "it should be",
                    "nope",
                    "pardon",
                    "ah no",
                    "oh no",
                    "sorry")
            .map(marker -> List.of(marker.split(" ")))
            .sorted(Comparator.comparingInt(marker -> -marker.size()))
            .toList();

    /** Said last, these take back everything. */
    private static final List<List<String>> TAKEN_BACK = Stream.of(
                    "never mind",
                    "nevermind",
                    "cancel that",
                    "cancel",
                    "forget it",
                    "forget that",
                    "don't",
                    "no",
                    "no don't",
                    "no do not",
                    "do not",
                    "don't do it",
                    "do not do it",
                    "don't do that",
                    "leave it",
                    "scratch that",
                    "forget about it",
                    "forget i said that",
                    "better not",
                    "abort",
                    "stop that",
                    "no stop",
                    "stop")
            .map(marker -> List.of(marker.split(" ")))
            .toList();

    /** Words that belong to a marker when they stand next to one. */
    private static final Set<String> AROUND = Set.of(
            "no",
            "wait",
            "sorry",
            "i",
            "mean",
            "meant",
            "actually",
            "oops",
            "uh",
            "um",
            "er",
            "well",
            "oh",
            "not",
            "rather",
            "instead");

    private static final Set<String> LINKS = Set.of("and", "then", "to", "please", "also", "can", "you");

    private static final int LONGEST_TAIL = 4;

    private final Requests requests;
    private final Sentences sentences;

    Corrections(Requests requests, Sentences sentences) {
        this.requests = requests;
        this.sentences = sentences;
    }

    /** What was said before the last marker, and after it. */
    record Corrected(Tokens before, Tokens after) {}

    /** Empty where nothing is corrected. */
    static Optional<Corrected> find(Tokens tokens) {
        for (List<String> marker : TAKEN_BACK) {
            int at = tokens.size() - marker.size();
            if (at > 0 && tokens.at(at, marker)) {
                return Optional.of(new Corrected(tokens.to(at), tokens.from(tokens.size())));
            }
        }
        for (int at = tokens.size() - 1; at > 0; at--) {
            for (List<String> marker : MARKERS) {
                if (tokens.at(at, marker) && !isRequest(tokens, at)) {
                    return Optional.of(cut(tokens, at, at + marker.size()));
                }
            }
        }
        return Optional.empty();
    }

    /** "... and make it executable" asks for something; "..., make it nginx" corrects. */
    private static boolean isRequest(Tokens tokens, int at) {
        return tokens.word(at).equals("make") && LINKS.contains(tokens.word(at - 1));
    }

    /** "Restart apache no nginx": a bare "no" corrects only what would make no sense otherwise. */
    static Optional<Corrected> findBareNo(Tokens tokens) {
        for (int at = tokens.size() - 2; at > 0; at--) {
            if (tokens.word(at).equals("no") || tokens.word(at).equals("rather")) {
                return Optional.of(cut(tokens, at, at + 1));
            }
        }
        return Optional.empty();
    }

    private static Corrected cut(Tokens tokens, int from, int to) {
        int start = from;
        int end = to;
        while (start > 0 && AROUND.contains(tokens.word(start - 1))) {
            start--;
        }
        while (end < tokens.size() && AROUND.contains(tokens.word(end))) {
            end++;
        }
        return new Corrected(tokens.to(start), tokens.from(end));
    }

    Optional<List<Understanding>> understand(Corrected corrected, Setting setting) {
        Tokens before = corrected.before();
        Tokens after = withoutInstead(corrected.after());
        if (after.isEmpty()) {
            return sentences.understand(before, setting).map(taken -> List.of(new Understanding.Cancelled()));
        }
        Setting then = spokenOfBefore(before, setting);
        Optional<List<Understanding>> anew = requests.plain(after, then);
        if (anew.isPresent() || before.isEmpty()) {
            return anew;
        }
        Optional<Corrected> again =
                findBareNo(after).filter(found -> !found.after().isEmpty());
        return replaced(before, again.map(Corrected::after).orElse(after), setting);
    }

    private static Tokens withoutInstead(Tokens after) {
        int size = after.size();
        return size > 1 && after.word(size - 1).equals("instead") ? after.to(size - 1) : after;
    }

    /** "Restart nginx, no, I mean stop it": what was taken back may still be what "it" is. */
    private Setting spokenOfBefore(Tokens before, Setting setting) {
        return sentences
                .understand(before, setting)
                .map(understood -> understood instanceof Understanding.Act act ? setting.with(act.focus()) : setting)
                .orElse(setting);
    }

    private Optional<List<Understanding>> replaced(Tokens before, Tokens after, Setting setting) {
        return substituted(before, after, setting)
                .or(() -> retold(before, after, setting))
                .map(List::of);
    }

    /** {@code before} with the words of one of its slots replaced. */
    Optional<Understanding> substituted(Tokens before, Tokens by, Setting setting) {
        Tokens bare = requests.bare(before);
        Optional<Match> match = sentences.match(bare, setting);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = match.get().entry();
        return lastFirst(match.get())
                .map(filled -> bare.replace(filled.from(), filled.to(), requests.bare(by)))
                .flatMap(changed -> sentences.match(changed, setting).stream())
                .filter(changed -> changed.entry().equals(entry))
                .findFirst()
                .map(changed -> sentences.settle(changed, setting));
    }

    private static Stream<Match.Filled> lastFirst(Match match) {
        return match.slots().entrySet().stream()
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingInt((Match.Filled filled) -> -filled.from()));
    }

    /** {@code before} with its last words replaced. */
    private Optional<Understanding> retold(Tokens before, Tokens after, Setting setting) {
        for (int tail = 1; tail <= LONGEST_TAIL && tail < before.size(); tail++) {
            int from = before.size() - tail;
            Optional<Understanding> told =
                    sentences.understand(before.replace(from, before.size(), requests.bare(after)), setting);
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }
}
