package dev.readback.execution;

import dev.readback.failure.Failure;
import java.util.UUID;

/** Somebody else changed the execution first. Reading it again and deciding anew is safe. */
public final class StaleExecution extends Failure {

    public StaleExecution(UUID executionId) {
        super("stale_execution", "Something else happened to execution " + executionId + " at the same moment.");
    }
}
