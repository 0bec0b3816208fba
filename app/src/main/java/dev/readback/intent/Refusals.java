package dev.readback.intent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said to words that ask for nothing that can be done. */
final class Refusals {

    private static final String EXAMPLE = " You can say, for example: how full is the disk.";
    private static final Set<String> YES = Set.of(
            "yes", "yeah", "yep", "yup", "sure", "ok", "okay", "go ahead", "do it", "y", "yes please", "confirm");
    private static final Set<String> NO = Set.of("no", "nope", "nah", "n", "no thanks", "no thank you");
    private static final List<List<String>> PAST = List.of(
            List.of("did"),
            List.of("have", "you"),
            List.of("have", "we"),
            List.of("when", "did"),
            List.of("when", "was"),
            List.of("when", "were"),
            List.of("when", "was"),
            List.of("when", "were"),
            List.of("was"),
            List.of("why", "did"),
            List.of("who", "restarted"),
            List.of("were", "you"),
            List.of("has"),
            List.of("had"));
    private static final List<List<String>> NEGATIONS = List.of(
            List.of("don't"),
            List.of("do", "not"),
            List.of("never"),
            List.of("please", "don't"),
            List.of("please", "do", "not"));
    private static final List<List<String>> CONDITIONS = List.of(
            List.of("if"),
            List.of("when"),
            List.of("unless"),
            List.of("whenever"),
            List.of("once"),
            List.of("as", "soon", "as"));
    private static final List<List<String>> HOW_TO = List.of(
            List.of("how", "do", "i"),
            List.of("how", "can", "i"),
            List.of("how", "would", "i"),
            List.of("how", "to"),
            List.of("should", "i"),
            List.of("should", "we"));

    private Refusals() {}

    /** What to say before anything is matched; empty where the words may be a request. */
    static Optional<Interpretation> early(Tokens tokens) {
        String said = String.join(" ", tokens.words());
        if (YES.contains(said)) {
            return Optional.of(new Interpretation.Declined("There is nothing open to say yes to."));
        }
        if (NO.contains(said)) {
            return Optional.of(new Interpretation.Declined("There is nothing open to say no to."));
        }
        return startsWithAny(tokens, NEGATIONS) ? Optional.of(new Interpretation.Cancel()) : Optional.empty();
    }

    /** What to say once nothing matched. */
    static Interpretation late(Tokens tokens) {
        if (startsWithAny(tokens, PAST)) {
            return new Interpretation.Declined("I can't say what was done before from here; the history shows it.");
        }
        if (startsWithAny(tokens, CONDITIONS)) {
            return new Interpretation.Declined("I can't wait for a condition. Tell me what to do now." + EXAMPLE);
        }
        if (startsWithAny(tokens, HOW_TO)) {
            return new Interpretation.Declined("Say it as a request, and I'll tell you before I do it." + EXAMPLE);
        }
        return new Interpretation.NotUnderstood("I did not understand that as something to do." + EXAMPLE);
    }

    private static boolean startsWithAny(Tokens tokens, List<List<String>> phrases) {
        return phrases.stream().anyMatch(phrase -> tokens.at(0, phrase));
    }
}
