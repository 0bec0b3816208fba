package dev.readback.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The events of one execution out of all. Thread-safe. */
public final class EventsOfOne implements EventLog {

    private static final int PAGE = 500;

    private final EventLog all;
    private final UUID executionId;

    public EventsOfOne(EventLog all, UUID executionId) {
        this.all = all;
        this.executionId = executionId;
    }

    @Override
    public List<Numbered> after(long number, Optional<UUID> sessionId, int limit) {
        List<Numbered> own = new ArrayList<>();
        long seen = number;
        List<Numbered> page;
        do {
            page = all.after(seen, sessionId, PAGE);
            page.stream().filter(this::isOwn).forEach(own::add);
            seen = page.isEmpty() ? seen : page.getLast().number();
        } while (page.size() == PAGE && own.size() < limit);
        return List.copyOf(own.subList(0, Math.min(limit, own.size())));
    }

    @Override
    public long newest() {
        return all.newest();
    }

    @Override
    public Subscription subscribe(Consumer<Numbered> consumer) {
        return all.subscribe(event -> {
            if (isOwn(event)) {
                consumer.accept(event);
            }
        });
    }

    private boolean isOwn(Numbered numbered) {
        return switch (numbered.event()) {
            case Event.Said said -> said.executionId().equals(Optional.of(executionId));
            case Event.StateChanged changed -> changed.executionId().equals(executionId);
            case Event.Output output -> output.executionId().equals(executionId);
            case Event.Progress progress -> progress.executionId().equals(executionId);
            case Event.Asked asked -> asked.executionId().equals(executionId);
            case Event.Closed closed -> closed.executionId().equals(executionId);
        };
    }
}
