package dev.readback.intent;

import java.util.List;

/** A sentence template as a tree. */
sealed interface Pattern {

    /** One word, as it stands. */
    record Word(String word) implements Pattern {}

    /** A place for a value. */
    record Slot(String name) implements Pattern {}

    /** One after the other; an empty one matches nothing said. */
    record Sequence(List<Pattern> parts) implements Pattern {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of several. */
    record Choice(List<Pattern> options) implements Pattern {
        public Choice {
            options = List.copyOf(options);
        }
    }
}
