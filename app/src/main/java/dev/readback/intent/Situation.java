package dev.readback.intent;

import dev.readback.conversation.Focus;

/**
 * What an utterance is read in.
 *
 * @param focus what "it" means
 * @param names what exists
 */
record Situation(Focus focus, Names names) {

    /** What the focus remembers the last directory by, so that "delete it" knows what it deletes. */
    static final String DIRECTORY = "directory";

    /** What the focus remembers the last intent by, so that "the same for redis" knows what to repeat. */
    static final String REQUEST = "request";

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

    /** Whether what was last spoken of under this name was this path, as a directory. */
    boolean isDirectory(String slot, String path) {
        return path.equals(focus.last().get(slot)) && path.equals(focus.last().get(DIRECTORY));
    }

    Situation with(Focus next) {
        return new Situation(next, names);
    }
}
