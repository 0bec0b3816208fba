package dev.readback.voice.personaplex;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that tells all who want it the time, every 20 ms; it rests while nobody does. Thread-safe. */
final class Ticker implements AutoCloseable {

    private static final int EVERY_MS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final InstantSource clock;
    private final Set<Consumer<Instant>> ticked = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("personas").factory());
    private @Nullable Future<?> ticking;

    Ticker(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Consumer<Instant> who) {
        ticked.add(who);
        if (ticking == null && !thread.isShutdown()) {
            ticking = thread.scheduleAtFixedRate(this::tick, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void remove(Consumer<Instant> who) {
        ticked.remove(who);
        Future<?> running = ticking;
        if (ticked.isEmpty() && running != null) {
            running.cancel(false);
            ticking = null;
        }
    }

    /** Has something else done now and then, at once for the first time. */
    void every(Duration pause, Runnable what) {
        var _ = thread.scheduleWithFixedDelay(what, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void tick() {
        Instant now = clock.instant();
        for (Consumer<Instant> who : ticked) {
            try {
                who.accept(now);
            } catch (RuntimeException fault) {
                LOG.atError().setCause(fault).log("a persona's tick failed");
            }
        }
    }
}
