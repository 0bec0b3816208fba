package dev.readback.execution;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One decision at a time for each execution. */
final class Locks {

    private final ReentrantLock[] stripes = new ReentrantLock[256];

    Locks() {
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    /** Decides something about an execution while nobody else does. Must not wait for another execution inside. */
    <T> T deciding(UUID executionId, Supplier<T> decision) {
        ReentrantLock lock = stripes[Math.floorMod(executionId.hashCode(), stripes.length)];
        lock.lock();
        try {
            return decision.get();
        } finally {
            lock.unlock();
        }
    }
}
