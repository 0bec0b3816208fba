package dev.readback.execution;

import dev.readback.execution.ExecutionEvent.Answered;
import dev.readback.execution.ExecutionEvent.Asked;
import dev.readback.execution.ExecutionEvent.Begun;
import dev.readback.execution.ExecutionEvent.Concluded;
import dev.readback.execution.ExecutionEvent.Ended;
import dev.readback.execution.ExecutionEvent.GivenUp;
import dev.readback.execution.ExecutionEvent.Planned;
import dev.readback.execution.ExecutionEvent.Shown;
import dev.readback.execution.ExecutionEvent.Stopped;
import dev.readback.execution.ExecutionEvent.TimeRanOut;
import dev.readback.question.Question;
import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an execution becomes when something happens to it. Pure: no clock, no I/O; the same execution and event always give the same result.
 *
 * <pre>
 * pending → running ⇄ waiting_for_input → completed / failed / cancelled / expired / interrupted; rejected
 * </pre>
 */
final class ExecutionMachine {

    private ExecutionMachine() {}

    /** @throws ImpossibleTransition when this cannot happen to an execution in this state */
    static Execution next(Execution execution, ExecutionEvent event) {
        if (execution.state().settled()) {
            throw new ImpossibleTransition(execution, event);
        }
        return switch (event) {
            case Planned planned -> planned(execution, planned);
            case Concluded concluded -> conclude(execution, concluded);
            case Asked asked -> asked(execution, asked);
            case Shown shown ->
                Draft.of(execution)
                        .question(open(execution, event).shown(shown.at()))
                        .done();
            case Answered answered -> answered(execution, answered);
            case TimeRanOut timeRanOut -> timeRanOut(execution, timeRanOut);
            case Begun begun -> begun(execution, begun);
            case Ended ended -> ended(execution, ended);
            case GivenUp givenUp -> givenUp(execution);
            case Stopped stopped -> stopped(execution);
        };
    }

    /** The first command that has not been carried out, where there is one. */
    static OptionalInt unfinished(Execution execution) {
        List<Step> steps = execution.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).status() != StepStatus.EXECUTED) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether one of its commands has been begun and has not ended. */
    static boolean inFlight(Execution execution) {
        return execution.steps().stream().anyMatch(step -> step.status().inFlight());
    }

    private static Execution planned(Execution execution, Planned planned) {
        require(execution.state() == ExecutionState.PENDING && execution.steps().isEmpty(), execution, planned);
        return settleIfStopped(Draft.of(execution).steps(planned.steps()).done());
    }

    private static Execution conclude(Execution execution, Concluded concluded) {
        require(execution.steps().isEmpty(), execution, concluded);
        return Draft.of(execution).state(ExecutionState.COMPLETED).done();
    }

    private static Execution asked(Execution execution, Asked asked) {
        require(execution.question().isEmpty(), execution, asked);
        return Draft.of(execution)
                .state(ExecutionState.WAITING_FOR_INPUT)
                .question(asked.question())
                .done();
    }

    private static Execution answered(Execution execution, Answered answered) {
        GivenAnswer answer = answered.answer();
        require(open(execution, answered).id().equals(answer.question().id()), execution, answered);
        Draft draft = Draft.of(execution).answer(answer).noQuestion();
        if (inFlight(execution)) {
            return draft.state(ExecutionState.RUNNING).done();
        }
        return switch (answer.meaning()) {
            case NO -> draft.skipFrom(0).state(ExecutionState.CANCELLED).done();
            case WORDS, CHANGE ->
                draft.steps(List.of())
                        .transcriptLine(answer.text())
                        .state(ExecutionState.PENDING)
                        .done();
            case YES -> approved(execution, draft);
            case NONE -> throw new ImpossibleTransition(execution, answered);
        };
    }

    /** A yes that is about no command lets the words be looked at again, with the yes. */
    private static Execution approved(Execution execution, Draft draft) {
        if (execution.steps().isEmpty()) {
            return draft.state(ExecutionState.PENDING).done();
        }
        int step = unfinished(execution).orElseThrow();
        return draft.step(step, execution.steps().get(step).with(StepStatus.APPROVED))
                .state(ExecutionState.RUNNING)
                .done();
    }

    private static Execution timeRanOut(Execution execution, TimeRanOut timeRanOut) {
        Question unanswered = open(execution, timeRanOut);
        Draft draft = Draft.of(execution)
                .noQuestion()
                .answer(new GivenAnswer(unanswered, "", GivenAnswer.Meaning.NONE, execution.source(), timeRanOut.at()));
        return inFlight(execution)
                ? draft.state(ExecutionState.RUNNING).done()
                : draft.skipFrom(0).state(ExecutionState.EXPIRED).done();
    }

    private static Execution begun(Execution execution, Begun begun) {
        Step step = execution.steps().get(begun.step());
        require(step.status() == StepStatus.APPROVED && execution.question().isEmpty(), execution, begun);
        return Draft.of(execution)
                .step(begun.step(), step.started(begun.at()))
                .state(ExecutionState.RUNNING)
                .done();
    }

    private static Execution ended(Execution execution, Ended ended) {
        Step step = execution.steps().get(ended.step());
        boolean mayEnd = switch (step.status()) {
            case STARTED, STOPPING, APPROVED, PLANNED -> true;
            case EXECUTED, FAILED, BLOCKED, SKIPPED, INTERRUPTED -> false;
        };
        require(mayEnd, execution, ended);
        return settleIfStopped(Draft.of(execution)
                .noQuestion()
                .step(ended.step(), step.ended(ended.status(), ended.result()))
                .state(ExecutionState.RUNNING)
                .done());
    }

    private static Execution stopped(Execution execution) {
        Draft draft = Draft.of(execution);
        OptionalInt unfinished = unfinished(execution);
        if (inFlight(execution)) {
            int step = unfinished.orElseThrow();
            return draft.noQuestion()
                    .step(step, execution.steps().get(step).with(StepStatus.STOPPING))
                    .skipFrom(step + 1)
                    .state(ExecutionState.RUNNING)
                    .done();
        }
        return draft.noQuestion().skipFrom(0).state(ExecutionState.CANCELLED).done();
    }

    /** A command in flight ends as one whose end is not known. */
    private static Execution givenUp(Execution execution) {
        Draft draft = Draft.of(execution).noQuestion().skipFrom(0);
        if (!inFlight(execution)) {
            return draft.state(ExecutionState.FAILED).done();
        }
        int step = unfinished(execution).orElseThrow();
        Step.Result unknown = new Step.Result(Ending.INTERRUPTED, 0, "", 0, Duration.ZERO);
        return draft.step(step, execution.steps().get(step).ended(StepStatus.INTERRUPTED, unknown))
                .state(ExecutionState.INTERRUPTED)
                .done();
    }

    /** Settles an execution that has nothing left to do, or whose next command failed or was refused: that stops the rest. */
    private static Execution settleIfStopped(Execution execution) {
        OptionalInt unfinished = unfinished(execution);
        if (unfinished.isEmpty()) {
            return Draft.of(execution).state(ExecutionState.COMPLETED).done();
        }
        Step stopper = execution.steps().get(unfinished.getAsInt());
        Draft draft = Draft.of(execution).skipFrom(unfinished.getAsInt() + 1);
        return switch (stopper.status()) {
            case BLOCKED ->
                draft.state(unfinished.getAsInt() == 0 ? ExecutionState.REJECTED : ExecutionState.FAILED)
                        .done();
            case FAILED -> draft.state(ExecutionState.FAILED).done();
            case INTERRUPTED -> draft.state(interruptedState(stopper)).done();
            case SKIPPED -> draft.state(ExecutionState.CANCELLED).done();
            case PLANNED, APPROVED, STARTED, STOPPING, EXECUTED -> execution;
        };
    }

    private static ExecutionState interruptedState(Step stopper) {
        boolean byPerson = stopper.result()
                .map(result -> result.ending() == Ending.CANCELLED)
                .orElse(false);
        return byPerson ? ExecutionState.CANCELLED : ExecutionState.INTERRUPTED;
    }

    private static Question open(Execution execution, ExecutionEvent event) {
        return execution.question().orElseThrow(() -> new ImpossibleTransition(execution, event));
    }

    private static void require(boolean possible, Execution execution, ExecutionEvent event) {
        if (!possible) {
            throw new ImpossibleTransition(execution, event);
        }
    }
}
