package dev.readback.execution;

import dev.readback.agent.Preparation;
import dev.readback.gate.Judgement;
import dev.readback.plan.Command;
import dev.readback.say.CommandResult;
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
     * @param why what was found out about it where it did not end well: one or two sentences
     */
    public record Result(
            Ending ending, int exitCode, String output, long dropped, Duration duration, Optional<String> why) {

        public Result(Ending ending, int exitCode, String output, long dropped, Duration duration) {
            this(ending, exitCode, output, dropped, duration, Optional.empty());
        }

        /** The same with another text in place of its output. */
        public Result printing(String other) {
            return new Result(ending, exitCode, other, dropped, duration, why);
        }

        Result because(Optional<String> found) {
            return new Result(ending, exitCode, output, dropped, duration, found);
        }
    }

    /** An end of this step, as far as a sentence about it needs to know. */
    public CommandResult resultFor(Result end) {
        return new CommandResult(
                command.line(),
                command.host(),
                command.intent(),
                command.slots(),
                end.ending(),
                end.exitCode(),
                end.output(),
                end.dropped() > 0,
                end.duration());
    }

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
