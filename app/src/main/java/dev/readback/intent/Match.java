package dev.readback.intent;

import java.util.Map;

/**
 * A sentence that an intent's template covers from its first word to its last.
 *
 * @param entry the intent
 * @param slots what the words filled in
 * @param score the higher the surer
 */
record Match(Entry entry, Map<String, Filled> slots, int score) {

    Match {
        slots = Map.copyOf(slots);
    }

    /** A slot's reading and the word it begins at. */
    record Filled(SlotReading reading, int from) {
        int to() {
            return from + reading.length();
        }
    }
}
