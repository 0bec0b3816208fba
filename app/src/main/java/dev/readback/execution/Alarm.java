package dev.readback.execution;

import java.time.Instant;

/** Calls back at a moment. Need not survive a restart: what is due is found again in the records. */
@FunctionalInterface
public interface Alarm {

    void at(Instant moment, Runnable call);
}
