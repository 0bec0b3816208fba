package dev.readback.store;

import dev.readback.audit.AuditEntry;
import dev.readback.audit.AuditRecord;
import dev.readback.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.mapper.RowMapper;
import tools.jackson.core.JacksonException;

final class StoredAuditTrail implements AuditTrail {

    private static final int PAGE = 500;
    private static final RowMapper<AuditRecord> RECORD = (row, context) ->
            new AuditRecord(row.getLong("sequence"), entry(row), text(row, "previous_hash"), text(row, "hash"));

    private final Reads reads;

    StoredAuditTrail(Reads reads) {
        this.reads = reads;
    }

    @Override
    public List<AuditRecord> from(long sequence, int limit) {
        return reads.list(
                RECORD,
                "SELECT * FROM audit WHERE sequence >= :sequence ORDER BY sequence LIMIT :limit",
                Map.of("sequence", sequence, "limit", limit));
    }

    @Override
    public List<AuditRecord> latest(int limit) {
        return reads.list(RECORD, "SELECT * FROM audit ORDER BY sequence DESC LIMIT :limit", Map.of("limit", limit));
    }

    /** In pages, so that no long read keeps the write-ahead log from being folded in. */
    @Override
    public void each(Consumer<AuditRecord> consumer) {
        List<AuditRecord> page = from(Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = from(page.getLast().sequence() + 1, PAGE);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        try {
            return new AuditEntry(
                    Instant.parse(text(row, "at")),
                    text(row, "kind"),
                    text(row, "source"),
                    id(row, "session_id"),
                    id(row, "execution_id"),
                    Documents.facts(text(row, "facts")));
        } catch (DateTimeException | IllegalArgumentException | JacksonException e) {
            return unreadable(text(row, "facts"));
        }
    }

    /** A row no entry could have been written as: shown as what it is, and its hash cannot fit. */
    private static AuditEntry unreadable(String facts) {
        SortedMap<String, String> found = new TreeMap<>(Map.of("unreadable", facts));
        return new AuditEntry(Instant.EPOCH, "unreadable", "", Optional.empty(), Optional.empty(), found);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(UUID::fromString);
    }
}
