package dev.readback.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An event log in a list. */
public final class ListedEvents implements EventLog {
    private final List<Numbered> events = new ArrayList<>();
    private final List<Consumer<Numbered>> consumers = new CopyOnWriteArrayList<>();

    public synchronized void add(Event event) {
        Numbered numbered = new Numbered(events.size() + 1L, Instant.now(), event);
        events.add(numbered);
        consumers.forEach(consumer -> consumer.accept(numbered));
    }

    public int followers() {
        return consumers.size();
    }

    @Override
    public synchronized List<Numbered> after(long number, Optional<UUID> sessionId, int limit) {
        return events.stream()
                .filter(event -> event.number() > number)
                .filter(event -> sessionId.isEmpty()
                        || sessionId.get().equals(event.event().sessionId()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long newest() {
        return events.size();
    }

    @Override
    public Subscription subscribe(Consumer<Numbered> consumer) {
        consumers.add(consumer);
        return () -> consumers.remove(consumer);
    }
}
