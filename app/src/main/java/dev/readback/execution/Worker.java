package dev.readback.execution;

import dev.readback.execution.ExecutionEvent.GivenUp;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that executions go on, each on a thread of its own. May be called at any moment, by anybody, as often as one likes. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Course.Crew crew;
    private final ExecutorService threads;
    private final AtomicInteger atWork = new AtomicInteger();

    Worker(Course.Crew crew, ExecutorService threads) {
        this.crew = crew;
        this.threads = threads;
    }

    /** Goes on with an execution on a thread of its own. */
    void goOn(UUID executionId) {
        onOwnThread(executionId, () -> course(executionId).run());
    }

    /** Follows a step that was begun before a restart, then goes on. */
    void adopt(Execution execution, int step) {
        onOwnThread(execution.id(), () -> {
            crew.runner().adopt(execution, step);
            course(execution.id()).run();
        });
    }

    /** How many executions are being worked on. */
    int atWork() {
        return atWork.get();
    }

    private Course course(UUID executionId) {
        return new Course(executionId, crew);
    }

    private void onOwnThread(UUID executionId, Runnable work) {
        try {
            threads.execute(() -> {
                atWork.incrementAndGet();
                try {
                    orGiveUp(executionId, work);
                    wakeNext(executionId);
                } catch (Persistence.Interruption e) {
                    LOG.atDebug().addKeyValue("execution", executionId).log("Put down while closing");
                } finally {
                    atWork.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.atDebug().addKeyValue("execution", executionId).log("Left for the next start");
        }
    }

    /** The boundary: what breaks is told to the person, and must not hold up for ever what waits behind it. */
    private void orGiveUp(UUID executionId, Runnable work) {
        try {
            work.run();
        } catch (Persistence.Interruption e) {
            throw e;
        } catch (RuntimeException e) {
            if (threads.isShutdown()) {
                throw new Persistence.Interruption();
            }
            LOG.atError().addKeyValue("execution", executionId).setCause(e).log("An execution could not go on");
            Persistence.untilDone(() -> crew.locks().deciding(executionId, () -> giveUp(executionId)));
        }
    }

    private Execution giveUp(UUID executionId) {
        Execution now = crew.store().find(executionId).orElseThrow();
        if (now.state().settled()) {
            return now;
        }
        Occasion occasion = crew.journal().occasion(now).audited("given_up", Map.of());
        return crew.journal().advance(now, new GivenUp(), occasion, Optional.of(broken(now)));
    }

    private static String broken(Execution now) {
        return ExecutionMachine.inFlight(now)
                ? "Something went wrong inside Readback while a command was running; whether it finished is not known."
                : "Something went wrong inside Readback, so I did not go on with that.";
    }

    private void wakeNext(UUID executionId) {
        Persistence.untilDone(() -> behind(executionId)).ifPresent(next -> goOn(next.id()));
    }

    private Optional<Execution> behind(UUID executionId) {
        return crew.store()
                .find(executionId)
                .filter(execution -> execution.state().settled())
                .flatMap(execution -> crew.store().unsettledIn(execution.sessionId()).stream()
                        .filter(next -> next.state() == ExecutionState.PENDING)
                        .findFirst());
    }
}
