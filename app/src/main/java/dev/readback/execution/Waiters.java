package dev.readback.execution;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Those who wait for news of an execution. */
final class Waiters {

    private final ConcurrentHashMap<UUID, CountDownLatch> latches = new ConcurrentHashMap<>();

    /** The latch the next piece of news will open; take it before looking, so that no news is missed. */
    CountDownLatch nextNews(UUID executionId) {
        return latches.computeIfAbsent(executionId, id -> new CountDownLatch(1));
    }

    void tell(UUID executionId) {
        CountDownLatch latch = latches.remove(executionId);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** For how many executions somebody waits, or once waited and nothing has come yet. */
    int size() {
        return latches.size();
    }

    /** Waits; returns whether there was news. */
    static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
