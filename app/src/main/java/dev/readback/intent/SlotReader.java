package dev.readback.intent;

import java.util.List;

/** Reads the value of one kind of slot from the words of an utterance. */
interface SlotReader {

    /** Every way to read a value that begins at {@code from}; empty when none does. */
    List<SlotReading> read(Tokens tokens, int from, Situation situation);
}
