package dev.readback.store;

import dev.readback.execution.Event;
import dev.readback.execution.EventLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;

final class StoredEvents implements EventLog {

    /** The newest number, also when the events themselves were trimmed. */
    static final String NEWEST = """
            SELECT COALESCE(
                (SELECT MAX(number) FROM event), (SELECT number FROM counter WHERE name = 'event'), 0) AS newest""";

    private static final String AFTER = "SELECT number, at, record FROM event WHERE number > :number";
    private static final String IN_ORDER = " ORDER BY number LIMIT :limit";

    private static final RowMapper<Numbered> EVENT = (row, context) -> new Numbered(
            row.getLong("number"),
            Nanos.instant(row.getLong("at")),
            Documents.read(row.getString("record"), Event.class));

    private final Reads reads;
    private final Subscribers subscribers;

    StoredEvents(Reads reads, Subscribers subscribers) {
        this.reads = reads;
        this.subscribers = subscribers;
    }

    @Override
    public List<Numbered> after(long number, Optional<UUID> sessionId, int limit) {
        return sessionId
                .map(session -> reads.list(
                        EVENT,
                        AFTER + " AND session_id = :session" + IN_ORDER,
                        Map.of("number", number, "session", session.toString(), "limit", limit)))
                .orElseGet(() -> reads.list(EVENT, AFTER + IN_ORDER, Map.of("number", number, "limit", limit)));
    }

    @Override
    public long newest() {
        return reads.one((row, context) -> row.getLong("newest"), NEWEST, Map.of())
                .orElse(0L);
    }

    @Override
    public Subscription subscribe(Consumer<Numbered> consumer) {
        return subscribers.add(consumer);
    }
}
