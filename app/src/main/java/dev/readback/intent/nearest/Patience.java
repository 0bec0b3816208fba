package dev.readback.intent.nearest;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param first how long an answer waits for the model to be loaded before it is given without
 * @param idle after how long without use the model is let go
 */
record Patience(Duration first, Duration idle) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(10));
    static final Patience LONG = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(10));
}
