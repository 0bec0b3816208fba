package dev.readback.voice.turn;

import dev.readback.execution.Foresight.Completeness;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether words that come soon after a turn was taken as ended belong to it: the person had only paused. */
public final class Continuation {

    /** Who begins later than this after the end of the words before begins something new. */
    public static final long SOON = 1_500;

    private static final Set<String> GOING_ON = Set.of(
            "on",
            "in",
            "at",
            "of",
            "for",
            "from",
            "to",
            "with",
            "by",
            "into",
            "under",
            "over",
            "since",
            "until",
            "and",
            "or",
            "but",
            "no",
            "wait",
            "sorry",
            "actually",
            "i",
            "please",
            "the",
            "a",
            "an",
            "named",
            "called",
            "only",
            "just",
            "today",
            "yesterday",
            "now",
            "as",
            "if",
            "that",
            "which",
            "per",
            "instead");

    private Continuation() {}

    /**
     * The words as one request, where they are one.
     *
     * @param before the words that were taken as a turn of their own
     * @param gap between them, in milliseconds
     * @param alone what the later words are by themselves
     */
    public static Optional<String> joined(String before, String after, long gap, Completeness alone) {
        List<String> words = Words.of(after);
        if (gap > SOON || words.isEmpty() || PlainStop.is(after)) {
            return Optional.empty();
        }
        boolean goesOn = GOING_ON.contains(words.getFirst()) || alone != Completeness.WHOLE;
        return goesOn ? Optional.of(before.replaceFirst("[\\s.,!?…]+$", "") + " " + after) : Optional.empty();
    }
}
