package dev.readback.agent.local;

import dev.readback.agent.Outcome;
import dev.readback.agent.Outcome.Output;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Follows one run to its end. For one thread.
 *
 * @param timeout how long the run may take, counted from its start
 */
record Following(RunDirectory run, Runner runner, OutputTail tail, Stop stop, Duration timeout) {

    /** How late output may be heard while a run goes on; its end is heard at once. */
    private static final long STEP_MILLIS = 50;

    /** How long nothing must come from what a command left in the background before its output counts as complete. */
    private static final int QUIET_STEPS = 4;

    Outcome toEnd() throws InterruptedException {
        Optional<Stop.Reason> before = run.stopped();
        if (before.isPresent()) {
            return end(before.get());
        }
        while (!runner.await(step())) {
            tail.pump();
            if (run.exit().isPresent()) {
                drain();
                break;
            }
            Optional<Stop.Reason> reason = reason();
            if (reason.isPresent()) {
                return end(reason.get());
            }
        }
        return asRecorded();
    }

    private long step() {
        return Math.clamp(timeout.minus(runner.age()).toMillis(), 1, STEP_MILLIS);
    }

    private Optional<Stop.Reason> reason() {
        if (stop.cancelled()) {
            return Optional.of(Stop.Reason.CANCELLED);
        }
        return runner.age().compareTo(timeout) >= 0 ? Optional.of(Stop.Reason.TIMED_OUT) : Optional.empty();
    }

    /** The command has ended but something it left in the background keeps its output open: that must not hold up the end. */
    private void drain() throws InterruptedException {
        int quiet = 0;
        for (int steps = 0; quiet < QUIET_STEPS && steps < 5 * QUIET_STEPS; steps++) {
            if (runner.await(STEP_MILLIS)) {
                return;
            }
            quiet = tail.pump() ? 0 : quiet + 1;
        }
    }

    private Outcome end(Stop.Reason reason) throws InterruptedException {
        boolean gone = true;
        if (!runner.ended()) {
            run.markStopped(reason);
            gone = new ProcessSession(runner.pid()).end(runner::ended);
        }
        Output output = tail.finish(run.total());
        if (!gone) {
            return new Outcome.Interrupted(output, Why.NOT_OURS_TO_END);
        }
        return switch (reason) {
            case CANCELLED -> new Outcome.Cancelled(output, duration());
            case TIMED_OUT -> new Outcome.TimedOut(output, duration());
        };
    }

    private Outcome asRecorded() {
        OptionalInt exit = run.exit();
        if (exit.isPresent()) {
            return new Outcome.Exited(exit.getAsInt(), tail.finish(run.total()), duration());
        }
        // The runner is gone, and it writes its claim before it starts anything.
        return run.seal(false) instanceof Claim.Held
                ? new Outcome.Interrupted(tail.finish(run.total()), interruption())
                : new Outcome.NotStarted(Why.UNRECORDED);
    }

    private String interruption() {
        return runner instanceof Runner.Gone ? Why.MACHINE_RESTARTED : Why.NO_RESULT;
    }

    private Duration duration() {
        return runner instanceof Runner.Child ? runner.age() : run.duration();
    }
}
