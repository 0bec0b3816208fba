package dev.readback.intent;

import java.util.Optional;

/** What is asked about the last answer of the session. */
public sealed interface FollowUp {

    /** The follow-up that these words are, from the first to the last. */
    static Optional<FollowUp> of(String words) {
        return FollowUpWords.read(Tokens.of(words));
    }

    /** "More": the next portion of what was printed. */
    record More() implements FollowUp {}

    /** "Why": what lies behind the last answer. */
    record Why() implements FollowUp {}

    /** "Say that again." */
    record Again() implements FollowUp {}

    /** "Undo that": take back what was done, where that has an exact opposite. */
    record Undo() implements FollowUp {}

    /**
     * "Read the third line."
     *
     * @param number from 1; negative counts from the end, -1 being the last
     */
    record Line(int number) implements FollowUp {
        public Line {
            if (number == 0) {
                throw new IllegalArgumentException("number is zero");
            }
        }
    }
}
