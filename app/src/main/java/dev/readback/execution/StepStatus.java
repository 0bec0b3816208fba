package dev.readback.execution;

/** Where one command of an execution stands. */
public enum StepStatus {
    /** Its turn has not come, or its question is open. */
    PLANNED,
    /** May run: the gate allowed it or the person said yes; not begun. */
    APPROVED,
    /** Begun; committed before anything is started, so that it is never begun again. */
    STARTED,
    /** Begun, and the person has asked for it to be stopped; its end has not come yet. */
    STOPPING,
    /** Ended with exit status 0. */
    EXECUTED,
    /** Ended otherwise, or could not be started. */
    FAILED,
    /** Denied by the gate. */
    BLOCKED,
    /** Not begun because of what happened before it. */
    SKIPPED,
    /** Begun and ended before its time: stopped by the person, or its end is unknown. */
    INTERRUPTED;

    /** Whether it was begun and has not ended. */
    boolean inFlight() {
        return this == STARTED || this == STOPPING;
    }
}
