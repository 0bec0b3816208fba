package dev.readback.intent.model;

import java.time.Duration;

/** A moment by which something must be over. */
record Deadline(long nanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean over() {
        return left().isZero();
    }

    Deadline earlier(Deadline other) {
        return nanos - other.nanos < 0 ? this : other;
    }
}
