package dev.readback.agent.openclaw;

import java.time.Duration;

/** Patience for tests on fakes. */
final class Patiences {

    static final Patience SHORT = new Patience(
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    private Patiences() {}
}
