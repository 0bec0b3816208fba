package dev.readback.execution;

import dev.readback.conversation.Source;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the link of a notification opens: one execution, to be seen, and one question of it, to be answered. Everything else is as if it were not there, or is
 * refused in words. Thread-safe.
 */
public final class OnlyAnswering implements Executions {

    private final Executions all;
    private final Scope scope;

    /**
     * What a link is for.
     *
     * @param questionId the question that may be answered; empty where there is only something to see
     */
    public record Scope(UUID sessionId, UUID executionId, Optional<UUID> questionId) {}

    public OnlyAnswering(Executions all, Scope scope) {
        this.all = all;
        this.scope = scope;
    }

    @Override
    public Execution start(Request request) {
        throw Rejection.onlyTheAnswer();
    }

    @Override
    public Execution dryRun(Request request) {
        throw Rejection.onlyTheAnswer();
    }

    @Override
    public boolean asksForNothing(Request request) {
        return false;
    }

    /** Tells whether words are whole, and runs nothing. */
    @Override
    public Foresight foresee(Request request, boolean ahead) {
        return all.foresee(request, false);
    }

    @Override
    public UUID note(Optional<UUID> sessionId, String title, List<Noted> said) {
        throw Rejection.onlyTheAnswer();
    }

    @Override
    public Execution await(UUID executionId, Duration atMost) {
        requireOwn(executionId);
        return all.await(executionId, atMost);
    }

    /** Keys are not looked at: they name requests, and there are none here. */
    @Override
    public AnswerOutcome answer(
            UUID sessionId, Optional<UUID> questionId, Utterance utterance, Source source, Optional<RequestKey> key) {
        boolean own =
                questionId.isPresent() && questionId.equals(scope.questionId()) && sessionId.equals(scope.sessionId());
        if (!own) {
            throw Rejection.onlyTheAnswer();
        }
        Utterance byLink = new Utterance(utterance.text(), utterance.begunAt(), Authority.LINK, utterance.overOurs());
        return all.answer(sessionId, questionId, byLink, source, Optional.empty());
    }

    @Override
    public void shown(UUID questionId) {
        if (scope.questionId().equals(Optional.of(questionId))) {
            all.shown(questionId);
        }
    }

    @Override
    public Execution cancel(UUID executionId) {
        throw Rejection.onlyTheAnswer();
    }

    @Override
    public void revoke(UUID grantId, Source source) {
        throw Rejection.onlyTheAnswer();
    }

    @Override
    public Optional<Execution> find(UUID executionId) {
        return Optional.of(executionId).filter(scope.executionId()::equals).flatMap(all::find);
    }

    @Override
    public Optional<Execution> currentIn(UUID sessionId) {
        if (!sessionId.equals(scope.sessionId())) {
            throw Rejection.unknownSession(sessionId);
        }
        return all.find(scope.executionId());
    }

    @Override
    public List<Execution> latest(Optional<ExecutionState> state, int limit) {
        return find(scope.executionId())
                .filter(execution -> state.isEmpty() || state.get() == execution.state())
                .stream()
                .toList();
    }

    /** What could be asked next cannot be asked here. */
    @Override
    public Telling tell(Execution execution) {
        Telling told = all.tell(execution);
        return new Telling(told.say(), List.of(), told.figures());
    }

    private void requireOwn(UUID executionId) {
        if (!executionId.equals(scope.executionId())) {
            throw Rejection.unknownExecution(executionId);
        }
    }
}
