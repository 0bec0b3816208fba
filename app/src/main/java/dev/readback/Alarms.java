package dev.readback;

import dev.readback.execution.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes at moments of the wall clock; each call runs on a virtual thread of its own. */
final class Alarms implements Alarm, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("alarms").factory());

    Alarms(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void at(Instant moment, Runnable call) {
        long millis = Math.max(0, Duration.between(clock.instant(), moment).toMillis()) + 1;
        try {
            var _ = timer.schedule(() -> Thread.ofVirtual().start(() -> run(call)), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closing; the next start arms it again");
        }
    }

    private static void run(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("What was due could not be done", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
