package dev.readback.execution;

import dev.readback.plan.Command;

/** How an operation that may have changed something stands in the day's file. */
final class DiaryLine {

    private DiaryLine() {}

    static String of(Step step, Step.Result result) {
        String where = step.command().host().equals(Command.LOCAL)
                ? ""
                : " on " + step.command().host();
        String how = switch (result.ending()) {
            case EXITED -> result.exitCode() == 0 ? "done" : "failed with exit status " + result.exitCode();
            case TIMED_OUT -> "stopped when its time ran out";
            case CANCELLED -> "stopped by you";
            case NOT_STARTED -> "not started";
            case INTERRUPTED -> "interrupted; whether it finished is not known";
        };
        return "`" + step.command().line() + "`" + where + ": " + how;
    }
}
