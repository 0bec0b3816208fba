package dev.readback.execution;

import dev.readback.agent.Preparation;
import dev.readback.gate.Judgement;
import dev.readback.plan.Command;
import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One command of an execution, with all that was found out and decided about it.
 *
 * @param runId its identity towards the agent; the idempotency key of the one run it may have
 * @param preparation what exactly would run; made before anybody is asked
 * @param startedAt when it was begun
 * @param result how it ended
 */
public record Step(
        Command command,
        Judgement judgement,
        Preparation preparation,
        UUID runId,
        StepStatus status,
        Optional<Instant> startedAt,
        Optional<Result> result) {

    /**
     * How a step ended.
     *
     * @param exitCode meaningful for {@link Ending#EXITED} only
     * @param output what was printed, redacted, at most 1 MiB
     * @param dropped bytes of output beyond what was kept
     */
    public record Result(Ending ending, int exitCode, String output, long dropped, Duration duration) {}

    Step with(StepStatus next) {
        return new Step(command, judgement, preparation, runId, next, startedAt, result);
    }

    Step started(Instant at) {
        return new Step(command, judgement, preparation, runId, StepStatus.STARTED, Optional.of(at), result);
    }

    Step ended(StepStatus next, Result how) {
        return new Step(command, judgement, preparation, runId, next, startedAt, Optional.of(how));
    }
}
