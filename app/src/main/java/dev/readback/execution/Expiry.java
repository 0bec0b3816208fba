package dev.readback.execution;

import dev.readback.execution.ExecutionEvent.TimeRanOut;
import dev.readback.question.Question;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Closes questions nobody answered in time. */
final class Expiry {

    private final ExecutionStore store;
    private final Journal journal;
    private final Locks locks;
    private final InstantSource clock;
    private final Alarm alarm;
    private final Consumer<Execution> onward;

    /** @param onward told of each execution that moved on because its time ran out */
    Expiry(
            ExecutionStore store,
            Journal journal,
            Locks locks,
            InstantSource clock,
            Alarm alarm,
            Consumer<Execution> onward) {
        this.store = store;
        this.journal = journal;
        this.locks = locks;
        this.clock = clock;
        this.alarm = alarm;
        this.onward = onward;
    }

    /** Sees to it that an execution's open question ends when its time is over. */
    void watch(Execution execution) {
        execution.question().ifPresent(question -> watch(execution.id(), question.id(), question.expiresAt()));
    }

    /** The alarm is kept for an hour: it holds the names only, not the execution with all that was printed. */
    private void watch(UUID executionId, UUID questionId, Instant end) {
        alarm.at(end, () -> expire(executionId, questionId));
    }

    boolean over(Question question) {
        return !clock.instant().isBefore(question.expiresAt());
    }

    private void expire(UUID executionId, UUID questionId) {
        Execution after =
                Persistence.untilDone(() -> locks.deciding(executionId, () -> closeIfOver(executionId, questionId)));
        // Still open only where the clock was put back: it rang too early.
        after.question().filter(open -> open.id().equals(questionId)).ifPresent(open -> watch(after));
    }

    private Execution closeIfOver(UUID executionId, UUID questionId) {
        Execution now = store.find(executionId).orElseThrow();
        boolean due = now.question()
                .filter(open -> open.id().equals(questionId))
                .map(this::over)
                .orElse(false);
        return due ? close(now) : now;
    }

    /** Closes the open question of an execution, and sees to it that what waited behind goes on; called while nobody else decides about it. */
    Execution close(Execution now) {
        Occasion occasion = journal.occasion(now)
                .audited(
                        "expired",
                        Map.of("question_id", now.question().orElseThrow().id().toString()));
        Execution closed = journal.advance(now, new TimeRanOut(clock.instant()), occasion);
        onward.accept(closed);
        return closed;
    }
}
