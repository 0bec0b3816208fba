package dev.readback.execution;

import dev.readback.question.Question;
import java.time.Instant;
import java.util.List;

/** What can happen to an execution. */
sealed interface ExecutionEvent {

    /** Its words were understood and judged, command by command. */
    record Planned(List<Step> steps) implements ExecutionEvent {}

    /** Its words came to something that is answered without running anything. */
    record Concluded() implements ExecutionEvent {}

    /** A question was put: by us about its next command or its words, or by the agent in the middle of a run. */
    record Asked(Question question) implements ExecutionEvent {}

    /** Its open question was shown to the person. */
    record Shown(Instant at) implements ExecutionEvent {}

    /** Its open question was answered. */
    record Answered(GivenAnswer answer) implements ExecutionEvent {}

    /** Nobody answered in time. */
    record TimeRanOut(Instant at) implements ExecutionEvent {}

    /** A command is about to be started; from here on it is never begun again. */
    record Begun(int step, Instant at) implements ExecutionEvent {}

    /** A command ended, or could not be started. */
    record Ended(int step, StepStatus status, Step.Result result) implements ExecutionEvent {}

    /** Something broke inside us: it is not gone on with. */
    record GivenUp() implements ExecutionEvent {}

    /** The person stopped it: at once where nothing is in flight, else as soon as the command in flight has ended. */
    record Stopped() implements ExecutionEvent {}
}
