package dev.readback.store;

import dev.readback.conversation.Session;
import dev.readback.conversation.Sessions;
import dev.readback.conversation.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

final class StoredSessions implements Sessions {

    private static final RowMapper<Session> SESSION =
            (row, context) -> Documents.read(row.getString("record"), Session.class);
    private static final RowMapper<Turn> TURN = (row, context) -> Documents.read(row.getString("record"), Turn.class);

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
    public List<Turn> history(UUID sessionId, int limit) {
        return reads.list(
                        TURN,
                        "SELECT record FROM turn WHERE session_id = :session ORDER BY number DESC LIMIT :limit",
                        Map.of("session", sessionId.toString(), "limit", limit))
                .reversed();
    }
}
