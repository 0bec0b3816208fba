package dev.readback.agent.openclaw;

import dev.readback.failure.Failure;
import java.util.UUID;

/** We are being closed; the run goes on at the Gateway, to be adopted by the next start. */
public final class LeftAtGateway extends Failure {

    LeftAtGateway(UUID runId, InterruptedException cause) {
        super("left_at_gateway", "The run " + runId + " goes on at the Gateway.", cause);
    }
}
