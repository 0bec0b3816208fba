package dev.readback.agent.local;

import dev.readback.failure.Failure;
import java.util.UUID;

/** The thread that followed a run was interrupted; the run itself goes on and can be adopted. */
public final class LeftRunning extends Failure {

    private static final long serialVersionUID = 1;

    LeftRunning(UUID runId, InterruptedException cause) {
        super("left_running", "run " + runId + " is no longer followed", cause);
    }
}
