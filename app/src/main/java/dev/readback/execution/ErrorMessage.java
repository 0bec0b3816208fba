package dev.readback.execution;

import java.util.Optional;

/** What went wrong, for the record: the last line of output of the command that did not end well, or why it did not start. */
final class ErrorMessage {

    private static final int LONGEST = 500;

    private ErrorMessage() {}

    static Optional<String> of(Execution execution) {
        return execution.steps().stream()
                .filter(step -> step.status() == StepStatus.FAILED || step.status() == StepStatus.INTERRUPTED)
                .findFirst()
                .flatMap(Step::result)
                .map(ErrorMessage::of);
    }

    private static String of(Step.Result result) {
        String last = result.output().strip().lines().reduce("", (before, line) -> line);
        String what = switch (result.ending()) {
            case EXITED -> "exit status " + result.exitCode();
            case TIMED_OUT -> "timed out";
            case CANCELLED -> "stopped";
            case NOT_STARTED -> "not started";
            case INTERRUPTED -> "interrupted, its end is unknown";
        };
        String message = last.isEmpty() ? what : what + ": " + last;
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }
}
