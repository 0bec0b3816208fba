package dev.readback.agent.openclaw.wire;

import java.time.Duration;

/** Waiting, handed in so that tests need not. */
@FunctionalInterface
public interface Pause {

    /** Sleeps. */
    Pause REAL = Thread::sleep;

    /** Waits so long. */
    void pause(Duration duration) throws InterruptedException;
}
