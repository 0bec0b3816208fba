package dev.readback.execution;

import dev.readback.execution.ExecutionEvent.Stopped;
import dev.readback.question.QuestionKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Stops executions: the wish is made durable first, then the agent is told until the command has ended. */
final class Cancellation {

    private static final Duration TELL_AGAIN = Duration.ofMillis(200);

    private final ExecutionParts parts;
    private final Journal journal;
    private final Locks locks;
    private final Waiters waiters;
    private final Executor threads;
    private final Consumer<Execution> onward;

    /** @param onward told of each execution that was stopped, so that what waited behind it comes next */
    Cancellation(
            ExecutionParts parts,
            Journal journal,
            Locks locks,
            Waiters waiters,
            Executor threads,
            Consumer<Execution> onward) {
        this.parts = parts;
        this.journal = journal;
        this.locks = locks;
        this.waiters = waiters;
        this.threads = threads;
        this.onward = onward;
    }

    Execution cancel(UUID executionId) {
        Execution after = locks.deciding(executionId, () -> stop(known(executionId)));
        pursue(after);
        onward.accept(after);
        return after;
    }

    /** Goes on stopping a command the person wanted stopped, as before a restart. */
    void pursue(Execution execution) {
        execution.steps().stream()
                .filter(step -> step.status() == StepStatus.STOPPING)
                .forEach(step -> threads.execute(() -> tellAgent(execution.id(), step.runId())));
    }

    /** Stops, on a thread of its own, the newest execution of the session that is under way besides the one that says so; false where there is none. */
    boolean cancelNewestBeside(Execution saying) {
        Optional<Execution> target = parts.store().unsettledIn(saying.sessionId()).stream()
                .takeWhile(execution -> !execution.id().equals(saying.id()))
                .reduce((earlier, later) -> later);
        target.ifPresent(execution -> threads.execute(() -> cancel(execution.id())));
        return target.isPresent();
    }

    /**
     * Lets go, without a word, of what was asked about the words of earlier requests in the session: who says something else that is understood does not
     * mean to answer it any more. On a thread of its own.
     */
    void dropGuessesBeside(Execution understood) {
        parts.store().unsettledIn(understood.sessionId()).stream()
                .filter(execution -> !execution.id().equals(understood.id()) && isGuess(execution))
                .forEach(execution -> threads.execute(() -> drop(execution.id())));
    }

    private static boolean isGuess(Execution execution) {
        return execution.steps().isEmpty()
                && execution
                        .question()
                        .filter(question -> question.kind() == QuestionKind.CLARIFY)
                        .isPresent();
    }

    private void drop(UUID executionId) {
        Execution after = locks.deciding(executionId, () -> {
            Execution now = known(executionId);
            Occasion occasion = journal.occasion(now).audited("dropped", Map.of());
            return isGuess(now) ? journal.advance(now, new Stopped(), occasion, Optional.of("")) : now;
        });
        onward.accept(after);
    }

    private Execution stop(Execution now) {
        boolean nothingToDo =
                now.state().settled() || now.steps().stream().anyMatch(step -> step.status() == StepStatus.STOPPING);
        return nothingToDo
                ? now
                : journal.advance(now, new Stopped(), journal.occasion(now).audited("cancelled", Map.of()));
    }

    /** A run that has been begun may not have reached the agent yet, so it is told again until the end is recorded. */
    private void tellAgent(UUID executionId, UUID runId) {
        while (!Thread.currentThread().isInterrupted()) {
            CountDownLatch news = waiters.nextNews(executionId);
            if (Persistence.untilDone(() -> known(executionId)).state().settled()) {
                waiters.tell(executionId);
                return;
            }
            parts.agent().cancel(runId);
            Waiters.await(news, TELL_AGAIN);
        }
    }

    private Execution known(UUID executionId) {
        return parts.store().find(executionId).orElseThrow(() -> Rejection.unknownExecution(executionId));
    }
}
