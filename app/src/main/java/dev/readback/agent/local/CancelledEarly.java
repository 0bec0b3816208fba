package dev.readback.agent.local;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Runs that were cancelled before they were begun; the last thousand of them. Thread-safe. */
final class CancelledEarly {

    private static final int KEPT = 1000;

    private final Set<UUID> ids = new LinkedHashSet<>();

    synchronized void add(UUID id) {
        ids.add(id);
        if (ids.size() > KEPT) {
            ids.remove(ids.iterator().next());
        }
    }

    synchronized boolean remove(UUID id) {
        return ids.remove(id);
    }
}
