package dev.readback.intent;

import dev.readback.intent.Sentences.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Picks the request out of a longer sentence: "the site feels slow, how much memory is left". What only looks may stand after anything
 * but a condition; what changes something must be marked off and must not be what somebody else said.
 */
final class Clauses {

    private static final Set<String> OPENERS = Set.of(
            "what", "how", "which", "who", "where", "is", "are", "show", "list", "check", "tell", "can", "could",
            "please", "so", "just", "give", "display", "print", "do", "does", "find", "get", "see", "look");

    private static final Set<String> ACTS = Set.of(
            "run",
            "execute",
            "restart",
            "stop",
            "start",
            "delete",
            "remove",
            "reboot",
            "shut",
            "kill",
            "install",
            "reload",
            "create",
            "write",
            "move",
            "rename",
            "upgrade",
            "uninstall",
            "enable",
            "disable");

    private static final Set<String> MARKS = Set.of("please", "so", "can", "could");

    private static final Set<String> CONDITIONS = Set.of(
            "if",
            "when",
            "unless",
            "don't",
            "never",
            "not",
            "without",
            "once",
            "until",
            "whenever",
            "should",
            "would",
            "instead",
            "before",
            "after",
            "while",
            "no",
            "won't",
            "can't",
            "cannot",
            "whether",
            "why");

    private static final Set<String> REPORTS = Set.of(
            "said",
            "says",
            "say",
            "told",
            "typed",
            "types",
            "asked",
            "asks",
            "ran",
            "wrote",
            "writes",
            "claims",
            "claimed",
            "thinks",
            "thought",
            "wants",
            "wanted",
            "mentioned",
            "suggested",
            "suggests",
            "accidentally",
            "yesterday",
            "heard",
            "read",
            "he",
            "she",
            "they",
            "someone",
            "somebody",
            "did",
            "was",
            "were",
            "had",
            "called",
            "yelled",
            "shouted",
            "about",
            "think");

    private static final List<List<String>> REASONS = Stream.of(
                    "because", "cause", "so that", "so i", "so we", "since it", "since we")
            .map(words -> List.of(words.split(" ")))
            .toList();

    private static final int LONGEST_PREFIX = 25;

    private final Sentences sentences;

    Clauses(Sentences sentences) {
        this.sentences = sentences;
    }

    Optional<Understanding> understand(Tokens tokens, Setting setting) {
        Optional<Understanding> before = beforeReason(tokens, setting);
        return before.isPresent() ? before : afterPreamble(tokens, setting);
    }

    private Optional<Understanding> beforeReason(Tokens tokens, Setting setting) {
        for (int at = 1; at < tokens.size() - 1; at++) {
            for (List<String> reason : REASONS) {
                if (tokens.at(at, reason)) {
                    return sentences.understand(tokens.to(at), setting);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Understanding> afterPreamble(Tokens tokens, Setting setting) {
        if (ACTS.contains(tokens.word(0))) {
            return Optional
                    .empty(); // the half that is not understood was to change something: nothing is done by halves
        }
        for (int at = 1; at < tokens.size() && at <= LONGEST_PREFIX; at++) {
            boolean pause = tokens.get(at - 1).pause();
            if (!pause && !OPENERS.contains(tokens.word(at))) {
                continue;
            }
            Tokens preamble = tokens.to(at);
            if (holds(preamble, CONDITIONS)) {
                return Optional.empty();
            }
            boolean marked = (pause || MARKS.contains(tokens.word(at))) && !holds(preamble, REPORTS);
            Optional<Understanding> request =
                    sentences.understand(tokens.from(at), setting).filter(understood -> mayFollow(understood, marked));
            if (request.isPresent()) {
                return request;
            }
        }
        return Optional.empty();
    }

    private static boolean mayFollow(Understanding understood, boolean marked) {
        return switch (understood) {
            case Understanding.Act act -> !act.changes() || marked;
            case Understanding.Missing missing -> marked;
            case Understanding.Told told -> marked;
            case Understanding.Cancelled cancelled -> marked;
        };
    }

    private static boolean holds(Tokens tokens, Set<String> words) {
        return tokens.list().stream().anyMatch(token -> words.contains(token.word()));
    }
}
