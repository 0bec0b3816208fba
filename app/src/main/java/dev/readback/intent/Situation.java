package dev.readback.intent;

import dev.readback.conversation.Focus;

/**
 * What an utterance is read in.
 *
 * @param focus what "it" means
 * @param names what exists
 */
record Situation(Focus focus, Names names) {

    private static final int SPOKEN_OF = 7;
    private static final int SPOKEN_OF_LAST = 8;

    /** "It", {@code length} words long, where a slot of this name is expected. */
    SlotReading referent(String slot, int length) {
        String value = focus.last().get(slot);
        if (value == null) {
            return SlotReading.unresolved(length);
        }
        boolean last = focus.latest().filter(slot::equals).isPresent();
        return new SlotReading(value, length, last ? SPOKEN_OF_LAST : SPOKEN_OF, false);
    }

    Situation with(Focus next) {
        return new Situation(next, names);
    }
}
