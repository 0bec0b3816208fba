package dev.readback.execution;

import dev.readback.agent.Outcome;
import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An agent's outcome as a step's result. */
final class Results {

    private Results() {}

    /** @param restarted whether we were restarted between its begin and its end: what did not start then was interrupted, it did not fail */
    static StepStatus status(Outcome outcome, boolean restarted) {
        return switch (outcome) {
            case Outcome.Exited exited -> exited.exitCode() == 0 ? StepStatus.EXECUTED : StepStatus.FAILED;
            case Outcome.Failed failed -> StepStatus.FAILED;
            case Outcome.TimedOut timedOut -> StepStatus.FAILED;
            case Outcome.NotStarted notStarted -> restarted ? StepStatus.INTERRUPTED : StepStatus.FAILED;
            case Outcome.Cancelled cancelled -> StepStatus.INTERRUPTED;
            case Outcome.Interrupted interrupted -> StepStatus.INTERRUPTED;
        };
    }

    /** @param sinceStart how long ago the step was begun, for outcomes that do not say how long they took */
    static Step.Result of(Outcome outcome, Duration sinceStart, UnaryOperator<String> redact) {
        return switch (outcome) {
            case Outcome.Exited(int exitCode, Outcome.Output output, Duration duration) ->
                result(Ending.EXITED, exitCode, output, duration, redact);
            case Outcome.Failed(Outcome.Output output, String why, Duration duration) ->
                result(Ending.EXITED, 1, output, duration, redact).because(Optional.of(redact.apply(why)));
            case Outcome.TimedOut(Outcome.Output output, Duration duration) ->
                result(Ending.TIMED_OUT, 0, output, duration, redact);
            case Outcome.Cancelled(Outcome.Output output, Duration duration) ->
                result(Ending.CANCELLED, 0, output, duration, redact);
            case Outcome.NotStarted(String why) -> notStarted(why);
            case Outcome.Interrupted(Outcome.Output output, String why) ->
                result(Ending.INTERRUPTED, 0, output, sinceStart, redact).because(Optional.of(redact.apply(why)));
        };
    }

    static Step.Result notStarted(String why) {
        return new Step.Result(Ending.NOT_STARTED, 0, why, 0, Duration.ZERO);
    }

    private static Step.Result result(
            Ending ending, int exitCode, Outcome.Output output, Duration duration, UnaryOperator<String> redact) {
        return new Step.Result(ending, exitCode, redact.apply(output.text()), output.dropped(), duration);
    }
}
