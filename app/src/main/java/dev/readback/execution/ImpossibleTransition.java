package dev.readback.execution;

import dev.readback.failure.Failure;

/** An event that cannot happen to an execution in its state; a fault of ours, and nothing was changed. */
final class ImpossibleTransition extends Failure {

    ImpossibleTransition(Execution execution, ExecutionEvent event) {
        super(
                "impossible_transition",
                "Execution " + execution.id() + " is " + execution.state().word() + "; "
                        + event.getClass().getSimpleName() + " cannot happen to it.");
    }
}
