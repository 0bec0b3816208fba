package dev.readback.execution;

import dev.readback.agent.Asker;
import dev.readback.execution.ExecutionEvent.Asked;
import dev.readback.question.Question;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Lets agents ask in the middle of a run: the question is kept with the execution, and so is its answer, whoever is running by then. */
final class DurableAskers {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final ExecutionStore store;
    private final Journal journal;
    private final Locks locks;
    private final Questioner questioner;
    private final Expiry expiry;
    private final Waiters waiters;

    DurableAskers(
            ExecutionStore store, Journal journal, Locks locks, Questioner questioner, Expiry expiry, Waiters waiters) {
        this.store = store;
        this.journal = journal;
        this.locks = locks;
        this.questioner = questioner;
        this.expiry = expiry;
        this.waiters = waiters;
    }

    Asker forStep(UUID executionId, UUID runId) {
        return new Asker() {
            @Override
            public Reply ask(Ask ask) {
                return DurableAskers.this.ask(executionId, runId, ask);
            }

            @Override
            public void withdraw(String key) {
                UUID questionId = Questioner.agentQuestionId(runId, key);
                Persistence.untilDone(() -> locks.deciding(executionId, () -> close(executionId, questionId)));
            }
        };
    }

    private Execution close(UUID executionId, UUID questionId) {
        Execution now = store.find(executionId).orElseThrow();
        return isOpen(now, questionId) ? expiry.close(now) : now;
    }

    private Asker.Reply ask(UUID executionId, UUID runId, Asker.Ask ask) {
        UUID questionId = Questioner.agentQuestionId(runId, ask.key());
        Persistence.untilDone(() -> locks.deciding(executionId, () -> open(executionId, questionId, runId, ask)));
        while (!Thread.currentThread().isInterrupted()) {
            CountDownLatch news = waiters.nextNews(executionId);
            Optional<Asker.Reply> reply =
                    reply(Persistence.untilDone(() -> store.find(executionId).orElseThrow()), questionId);
            if (reply.isPresent()) {
                return reply.get();
            }
            Waiters.await(news, LOOK_AGAIN);
        }
        throw new Persistence.Interruption();
    }

    private Execution open(UUID executionId, UUID questionId, UUID runId, Asker.Ask ask) {
        Execution now = store.find(executionId).orElseThrow();
        if (reply(now, questionId).isPresent() || isOpen(now, questionId)) {
            return now;
        }
        Question question = questioner.forAgent(runId, ask);
        Execution asked = journal.advance(now, new Asked(question), journal.occasion(now));
        expiry.watch(asked);
        return asked;
    }

    private static boolean isOpen(Execution execution, UUID questionId) {
        return execution.question().map(open -> open.id().equals(questionId)).orElse(false);
    }

    private static Optional<Asker.Reply> reply(Execution execution, UUID questionId) {
        Optional<Asker.Reply> given = execution.answers().stream()
                .filter(answer -> answer.question().id().equals(questionId))
                .findFirst()
                .map(DurableAskers::reply);
        boolean over = execution.state().settled()
                || execution.steps().stream().anyMatch(step -> step.status() == StepStatus.STOPPING);
        return given.isPresent() || !over ? given : Optional.of(new Asker.Reply.Refused());
    }

    private static Asker.Reply reply(GivenAnswer answer) {
        return switch (answer.meaning()) {
            case YES -> new Asker.Reply.Approved();
            case NO, CHANGE -> new Asker.Reply.Refused();
            case WORDS -> new Asker.Reply.Words(answer.text());
            case NONE -> new Asker.Reply.Expired();
        };
    }
}
