package dev.readback.intent.nearest;

import dev.readback.intent.Examples;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ranking at hand. The model is loaded in the background at the first need and let go after a while without any; what is asked
 * before it is there, or on a machine that cannot have it, is ranked by shared words. Thread-safe.
 */
final class Rankings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rankings.class);

    private final Supplier<Examples> source;
    private final Loading loading;
    private final Patience patience;
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Examples examples;
    private @Nullable Ranking loaded;
    private @Nullable CountDownLatch arriving;
    private boolean impossible;
    private boolean closed;
    private long lastUsed;

    Rankings(Supplier<Examples> source, Loading loading, Patience patience) {
        this.source = source;
        this.loading = loading;
        this.patience = patience;
    }

    <T> T with(BiFunction<Ranking, Examples, T> use) {
        await(begun(), patience.first());
        lock.lock();
        try {
            lastUsed = System.nanoTime();
            Examples known = known();
            Ranking ranking = loaded;
            return use.apply(ranking == null ? new WordOverlap(known.all()) : ranking, known);
        } finally {
            lock.unlock();
        }
    }

    /** What to wait for; the loading is begun if it was not. */
    private CountDownLatch begun() {
        lock.lock();
        try {
            CountDownLatch under = arriving;
            if (under != null) {
                return under;
            }
            CountDownLatch latch = new CountDownLatch(impossible || closed ? 0 : 1);
            if (latch.getCount() > 0) {
                arriving = latch;
                Examples known = known();
                Thread.ofPlatform().daemon().name("sentence-vectors").start(() -> load(known, latch));
            }
            return latch;
        } finally {
            lock.unlock();
        }
    }

    private Examples known() {
        Examples known = examples;
        if (known == null) {
            known = source.get();
            examples = known;
        }
        return known;
    }

    private void load(Examples known, CountDownLatch latch) {
        try {
            arrived(loading.load(known.all()));
        } catch (Exception | LinkageError e) {
            LOG.warn("The sentence model cannot run on this machine; suggestions go by shared words instead", e);
            impossible();
        } finally {
            latch.countDown();
        }
    }

    private void impossible() {
        lock.lock();
        try {
            impossible = true;
        } finally {
            lock.unlock();
        }
    }

    private void arrived(Ranking ranking) {
        lock.lock();
        try {
            loaded = ranking;
            lastUsed = System.nanoTime();
            if (closed) {
                letGo();
            } else {
                Thread.ofVirtual().name("sentence-vectors-idle").start(this::letGoWhenIdle);
            }
        } finally {
            lock.unlock();
        }
    }

    private void letGoWhenIdle() {
        Duration left = patience.idle();
        while (left.isPositive()) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException e) {
                return;
            }
            left = leftOrGone();
        }
    }

    private Duration leftOrGone() {
        lock.lock();
        try {
            Duration left = patience.idle().minusNanos(System.nanoTime() - lastUsed);
            if (!left.isPositive() || closed) {
                letGo();
                return Duration.ZERO;
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** The lock is held. */
    private void letGo() {
        if (loaded instanceof AutoCloseable held) {
            try {
                held.close();
            } catch (Exception e) {
                LOG.warn("The sentence model could not be let go", e);
            }
        }
        loaded = null;
        arriving = null;
        examples = null;
    }

    /** Whether the vectors are at hand now. */
    boolean byVectors() {
        lock.lock();
        try {
            return loaded != null;
        } finally {
            lock.unlock();
        }
    }

    private static void await(CountDownLatch latch, Duration atMost) {
        try {
            if (!latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The sentence model is still being loaded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            letGo();
        } finally {
            lock.unlock();
        }
    }
}
