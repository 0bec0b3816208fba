package dev.readback.execution;

import dev.readback.question.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An execution being changed; {@link #done()} gives the value. */
final class Draft {

    private final Execution from;
    private List<String> transcript;
    private ExecutionState state;
    private List<Step> steps;
    private Optional<Question> question;
    private List<GivenAnswer> answers;

    private Draft(Execution from) {
        this.from = from;
        this.transcript = from.transcript();
        this.state = from.state();
        this.steps = from.steps();
        this.question = from.question();
        this.answers = from.answers();
    }

    static Draft of(Execution execution) {
        return new Draft(execution);
    }

    /** The same execution one version on, at a moment, with its report where it has one. */
    static Execution stamped(Execution execution, Instant at, Optional<String> say, Optional<String> error) {
        return new Execution(
                execution.id(),
                execution.sessionId(),
                execution.source(),
                execution.transcript(),
                execution.host(),
                execution.state(),
                execution.steps(),
                execution.question(),
                execution.answers(),
                say,
                error,
                execution.createdAt(),
                at,
                execution.version() + 1,
                execution.key());
    }

    Draft state(ExecutionState next) {
        state = next;
        return this;
    }

    Draft steps(List<Step> next) {
        steps = next;
        return this;
    }

    Draft step(int index, Step step) {
        List<Step> next = new ArrayList<>(steps);
        next.set(index, step);
        steps = next;
        return this;
    }

    /** Marks what has not been begun, from an index on, as never to be. */
    Draft skipFrom(int index) {
        for (int i = index; i < steps.size(); i++) {
            switch (steps.get(i).status()) {
                case PLANNED, APPROVED -> step(i, steps.get(i).with(StepStatus.SKIPPED));
                case STARTED, STOPPING, EXECUTED, FAILED, BLOCKED, SKIPPED, INTERRUPTED -> {}
            }
        }
        return this;
    }

    Draft question(Question next) {
        question = Optional.of(next);
        return this;
    }

    Draft noQuestion() {
        question = Optional.empty();
        return this;
    }

    Draft answer(GivenAnswer answer) {
        answers = new ArrayList<>(answers);
        answers.add(answer);
        return this;
    }

    Draft transcriptLine(String line) {
        transcript = new ArrayList<>(transcript);
        transcript.add(line);
        return this;
    }

    Execution done() {
        return new Execution(
                from.id(),
                from.sessionId(),
                from.source(),
                transcript,
                from.host(),
                state,
                steps,
                question,
                answers,
                from.say(),
                from.error(),
                from.createdAt(),
                from.updatedAt(),
                from.version(),
                from.key());
    }
}
