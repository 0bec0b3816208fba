package dev.readback.voice.weights;

import java.nio.file.Path;

/**
 * How much of a set is there.
 *
 * @param about what it is for; a clause that goes on after its name
 * @param usual whether it is fetched when nothing else is said
 * @param licence by its SPDX name
 * @param where the folder its files lie in, or would
 * @param there bytes that are there, their hashes right
 * @param bytes of all its files
 */
public record Holding(WeightSet set, String about, boolean usual, String licence, Path where, long there, long bytes) {

    public boolean complete() {
        return there == bytes;
    }
}
