package dev.readback.intent;

/**
 * One way to read a slot.
 *
 * @param value what it stands for; empty when it is a pronoun that refers to nothing
 * @param length how many words it takes
 * @param quality how sure it is, 0 to 10 for each word
 * @param doubtful whether it was guessed rather than heard
 */
record SlotReading(String value, int length, int quality, boolean doubtful) {

    static SlotReading sure(String value, int length) {
        return new SlotReading(value, length, 9, false);
    }

    static SlotReading unresolved(int length) {
        return new SlotReading("", length, 1, false);
    }

    boolean isUnresolved() {
        return value.isEmpty();
    }
}
