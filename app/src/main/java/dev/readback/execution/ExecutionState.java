package dev.readback.execution;

import java.util.Locale;

/** Where an execution stands. */
public enum ExecutionState {
    /** Accepted; nothing judged or run yet, or waiting its turn behind an open question. */
    PENDING,
    /** At work on its commands. */
    RUNNING,
    /** Waiting for an answer to its open question. */
    WAITING_FOR_INPUT,
    /** All was done. */
    COMPLETED,
    /** A command failed or was refused by the gate after others had run. */
    FAILED,
    /** The person said no or stopped it. */
    CANCELLED,
    /** Nobody answered in time. */
    EXPIRED,
    /** A command was begun, and whether it finished cannot be known. */
    INTERRUPTED,
    /** The gate denied everything. */
    REJECTED;

    /** Whether nothing more will ever happen to it. */
    public boolean settled() {
        return switch (this) {
            case PENDING, RUNNING, WAITING_FOR_INPUT -> false;
            case COMPLETED, FAILED, CANCELLED, EXPIRED, INTERRUPTED, REJECTED -> true;
        };
    }

    /** The word as it stands in the API, such as {@code waiting_for_input}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
