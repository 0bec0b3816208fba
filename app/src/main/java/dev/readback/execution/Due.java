package dev.readback.execution;

import dev.readback.agent.Preparation;
import java.util.OptionalInt;

/** What is to be done for an execution next. Derived from the record alone, so that a restart finds it again. */
sealed interface Due {

    /** Work out what its words mean. */
    record Interpret() implements Due {}

    /** Ask about a command. */
    record Ask(int step) implements Due {}

    /** Begin a command. */
    record Begin(int step) implements Due {}

    /** Say that a command cannot be run at all; nobody is asked first. */
    record Fail(int step, String why) implements Due {}

    /** Nothing by us: it is settled, waits for an answer, or a command is in flight. */
    record Nothing() implements Due {}

    static Due of(Execution execution) {
        if (execution.state().settled() || execution.question().isPresent()) {
            return new Nothing();
        }
        if (execution.steps().isEmpty()) {
            return new Interpret();
        }
        OptionalInt unfinished = ExecutionMachine.unfinished(execution);
        return unfinished.isEmpty() ? new Nothing() : forStep(execution, unfinished.getAsInt());
    }

    private static Due forStep(Execution execution, int index) {
        Step step = execution.steps().get(index);
        return switch (step.status()) {
            case PLANNED ->
                switch (step.preparation()) {
                    case Preparation.Impossible(String why) -> new Fail(index, why);
                    case Preparation.Ready ready -> new Ask(index);
                };
            case APPROVED ->
                switch (step.preparation()) {
                    case Preparation.Impossible(String why) -> new Fail(index, why);
                    case Preparation.Ready ready -> new Begin(index);
                };
            case STARTED, STOPPING, EXECUTED, FAILED, BLOCKED, SKIPPED, INTERRUPTED -> new Nothing();
        };
    }
}
