package dev.readback.store;

import java.time.Instant;

/** Times as numbers that sort: nanoseconds since the epoch, exact from 1677 to 2262 and clamped beyond. */
final class Nanos {

    private static final long A_SECOND = 1_000_000_000L;

    private Nanos() {}

    static long of(Instant at) {
        try {
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), A_SECOND), at.getNano());
        } catch (ArithmeticException e) {
            return at.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
    }
}
