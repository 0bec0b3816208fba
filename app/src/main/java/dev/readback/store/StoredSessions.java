package dev.readback.store;

import dev.readback.conversation.Session;
import dev.readback.conversation.Sessions;
import dev.readback.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

final class StoredSessions implements Sessions {

    private static final RowMapper<Session> SESSION =
            (row, context) -> Documents.read(row.getString("record"), Session.class);
    private static final RowMapper<Turn> TURN = (row, context) -> Documents.read(row.getString("record"), Turn.class);

    private static final int SESSIONS_SEARCHED = 2_000;
    private static final int TURNS_SEARCHED = 20_000;

    private final Reads reads;

    StoredSessions(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<Session> find(UUID id) {
        return reads.one(SESSION, "SELECT record FROM session WHERE id = :id", Map.of("id", id.toString()));
    }

    @Override
    public List<Session> latest(int limit) {
        return reads.list(
                SESSION, "SELECT record FROM session ORDER BY updated_at DESC LIMIT :limit", Map.of("limit", limit));
    }

    @Override
    public List<Session> latest(int limit, Instant before) {
        return reads.list(
                SESSION,
                "SELECT record FROM session WHERE updated_at < :before ORDER BY updated_at DESC LIMIT :limit",
                Map.of("before", Nanos.of(before), "limit", limit));
    }

    @Override
    public List<Session> matching(String words, int limit) {
        String needle = words.strip().toLowerCase(Locale.ROOT);
        Set<UUID> spokenOf = reads
                .list(
                        TURN,
                        "SELECT record FROM turn ORDER BY number DESC LIMIT :limit",
                        Map.of("limit", TURNS_SEARCHED))
                .stream()
                .filter(turn -> turn.text().toLowerCase(Locale.ROOT).contains(needle))
                .map(Turn::sessionId)
                .collect(Collectors.toSet());
        return latest(SESSIONS_SEARCHED).stream()
                .filter(session ->
                        session.title().toLowerCase(Locale.ROOT).contains(needle) || spokenOf.contains(session.id()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Turn> history(UUID sessionId, int limit) {
        return reads.list(
                        TURN,
                        "SELECT record FROM turn WHERE session_id = :session ORDER BY number DESC LIMIT :limit",
                        Map.of("session", sessionId.toString(), "limit", limit))
                .reversed();
    }
}
