package dev.readback.execution;

import dev.readback.failure.Failure;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps on trying to record what has already happened: a full disk must not make us forget how a command ended. */
final class Persistence {

    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private Persistence() {}

    /**
     * Repeats a commit until it is done.
     *
     * @throws Interruption when this thread is interrupted meanwhile (we are being closed); the next start finds the end in the run's files
     */
    static <T> T untilDone(Supplier<T> commit) {
        Duration pause = Duration.ofMillis(50);
        while (true) {
            try {
                return commit.get();
            } catch (ImpossibleTransition e) {
                throw e;
            } catch (StaleExecution e) {
                LOG.atDebug().log("Somebody else was first; looking again");
            } catch (Failure e) {
                LOG.atWarn().addKeyValue("code", e.code()).log("Could not be recorded yet; trying again");
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interruption();
        }
    }

    /** We are being closed in the middle of something. */
    static final class Interruption extends Failure {
        Interruption() {
            super("closing", "Readback is shutting down.");
        }
    }
}
