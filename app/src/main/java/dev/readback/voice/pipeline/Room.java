package dev.readback.voice.pipeline;

import java.util.OptionalLong;

/** What fits into the memory that is free. */
enum Room {
    /** The better recogniser and the better voice. */
    PLENTY,
    /** The small recogniser, and a voice that is another program. */
    LITTLE,
    /** Neither. */
    NONE;

    private static final long MIB = 1L << 20;
    private static final long FOR_ALL = 1_600 * MIB;
    private static final long FOR_LITTLE = 1_024 * MIB;

    /** @param free in bytes; where that is not known, it is taken to be enough */
    static Room in(OptionalLong free) {
        long bytes = free.orElse(Long.MAX_VALUE);
        return bytes >= FOR_ALL ? PLENTY : bytes >= FOR_LITTLE ? LITTLE : NONE;
    }
}
