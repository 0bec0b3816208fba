package dev.readback.store;

import dev.readback.audit.AuditChain;
import dev.readback.audit.AuditChain.Head;
import dev.readback.audit.AuditEntry;
import dev.readback.audit.AuditRecord;
import dev.readback.execution.EventLog.Numbered;
import dev.readback.execution.Execution;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.execution.StaleExecution;
import dev.readback.failure.Failure;
import dev.readback.store.PreparedChange.EventRow;
import dev.readback.store.PreparedChange.ExecutionRow;
import dev.readback.voice.Latency;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What goes to the disk with one commit: the work of many callers, each of which may fail alone. Used by the writer's thread only. */
final class Transaction {

    private final Statements sql;
    private final Instant now;
    private final List<Numbered> events = new ArrayList<>();
    private Ends ends;

    /** Where the two numbered logs end. */
    record Ends(Head audit, long event) {}

    /** One caller's part. */
    interface Work {
        void apply(Transaction transaction) throws SQLException;
    }

    Transaction(Statements sql, Ends ends, Instant now) {
        this.sql = sql;
        this.ends = ends;
        this.now = now;
    }

    Ends ends() {
        return ends;
    }

    List<Numbered> events() {
        return List.copyOf(events);
    }

    /**
     * Does the work whole, or leaves everything as it was before it and returns why.
     *
     * @throws SQLException when it failed and could not be undone; nothing of the transaction can be trusted then
     */
    Optional<Exception> attempt(Work work) throws SQLException {
        Ends before = ends;
        int told = events.size();
        sql.update("SAVEPOINT work");
        try {
            work.apply(this);
            sql.update("RELEASE SAVEPOINT work");
            return Optional.empty();
        } catch (Failure | SQLException e) {
            undo(e);
            ends = before;
            events.subList(told, events.size()).clear();
            return Optional.of(e);
        }
    }

    /** When undoing fails too (SQLite may have rolled everything back by itself), the first trouble is the one to tell of. */
    private void undo(Exception why) throws SQLException {
        try {
            sql.update("ROLLBACK TO SAVEPOINT work");
            sql.update("RELEASE SAVEPOINT work");
        } catch (SQLException e) {
            if (why instanceof SQLException first) {
                first.addSuppressed(e);
                throw first;
            }
            throw e;
        }
    }

    void apply(PreparedChange change) throws SQLException {
        if (change.session().isPresent()) {
            var row = change.session().get();
            sql.update("""
                    INSERT INTO session (id, updated_at, record) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, record = excluded.record""", row.id(), row.updatedAt(), row.record());
        }
        if (change.execution().isPresent()) {
            put(change.execution().get());
        }
        for (var row : change.turns()) {
            sql.update("INSERT INTO turn (session_id, record) VALUES (?, ?)", row.sessionId(), row.record());
        }
        for (var row : change.grants()) {
            sql.update("""
                    INSERT INTO grant_ (id, ends_at, record) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET ends_at = excluded.ends_at, record = excluded.record""", row.id(), row.endsAt(), row.record());
        }
        for (var row : change.notices()) {
            sql.update(
                    "INSERT INTO outbox (id, at, record) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
                    row.id(),
                    row.at(),
                    row.record());
        }
        for (AuditEntry entry : change.audit()) {
            append(entry);
        }
        for (EventRow row : change.events()) {
            append(row);
        }
    }

    void append(Latency latency, String record) throws SQLException {
        sql.update(
                "INSERT INTO latency (session_id, at, record) VALUES (?, ?, ?)",
                latency.sessionId().toString(),
                Nanos.of(latency.speechEnded()),
                record);
    }

    /** Executes a statement of those parts that have no more than one each; how many rows it touched. */
    int update(String statement, Object... arguments) throws SQLException {
        return sql.update(statement, arguments);
    }

    /** Deletes what is older than a moment of what is kept for a while only: events, whose newest number is remembered first, latencies, and what was told. */
    void trimEvents(Instant before) throws SQLException {
        sql.update("""
                INSERT INTO counter (name, number) VALUES ('event', ?)
                ON CONFLICT (name) DO UPDATE SET number = excluded.number""", ends.event());
        sql.update("DELETE FROM event WHERE at < ?", Nanos.of(before));
        sql.update("DELETE FROM latency WHERE at < ?", Nanos.of(before));
        StoredOutbox.trim(this, before);
    }

    private void put(ExecutionRow row) throws SQLException {
        Execution execution = row.execution();
        int touched = execution.version() == 1 ? insert(row) : update(row);
        if (touched == 0) {
            throw new StaleExecution(execution.id());
        }
        putOutputs(execution.id(), row.outputs());
        for (String key : row.answerKeys()) {
            putAnswerKey(execution.id(), key);
        }
        for (UUID question : row.questions()) {
            sql.update(
                    "INSERT INTO question (id, execution_id) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                    question.toString(),
                    execution.id().toString());
        }
    }

    private int insert(ExecutionRow row) throws SQLException {
        Execution it = row.execution();
        return sql.update(
                """
                INSERT INTO execution (id, session_id, state, settled, request_key, version, record)
                VALUES (?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO NOTHING""",
                it.id().toString(),
                it.sessionId().toString(),
                it.state().word(),
                it.state().settled() ? 1 : 0,
                it.key().map(RequestKey::value),
                row.record());
    }

    /** The session and the request key of an execution never change. */
    private int update(ExecutionRow row) throws SQLException {
        Execution it = row.execution();
        return sql.update(
                "UPDATE execution SET state = ?, settled = ?, version = ?, record = ? WHERE id = ? AND version = ?",
                it.state().word(),
                it.state().settled() ? 1 : 0,
                it.version(),
                row.record(),
                it.id().toString(),
                it.version() - 1);
    }

    /** A key that stands for another execution already came with another request, at the same moment. */
    private void putAnswerKey(UUID execution, String key) throws SQLException {
        sql.update(
                "INSERT INTO answer_key (request_key, execution_id) VALUES (?, ?) ON CONFLICT (request_key) DO NOTHING",
                key,
                execution.toString());
        List<String> owner =
                sql.query(row -> row.getString(1), "SELECT execution_id FROM answer_key WHERE request_key = ?", key);
        if (!owner.contains(execution.toString())) {
            throw new StaleExecution(execution);
        }
    }

    private void putOutputs(UUID execution, Map<String, byte[]> outputs) throws SQLException {
        if (outputs.isEmpty()) {
            return;
        }
        String id = execution.toString();
        Set<String> kept = Set.copyOf(
                sql.query(row -> row.getString(1), "SELECT digest FROM step_output WHERE execution_id = ?", id));
        for (var output : outputs.entrySet()) {
            if (!kept.contains(output.getKey())) {
                sql.update(
                        "INSERT INTO step_output (execution_id, digest, output) VALUES (?, ?, ?)",
                        id,
                        output.getKey(),
                        output.getValue());
            }
        }
    }

    void append(AuditEntry entry) throws SQLException {
        AuditRecord record = AuditChain.link(ends.audit(), entry);
        sql.update(
                """
                INSERT INTO audit (sequence, at, kind, source, session_id, execution_id, facts, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                record.sequence(),
                entry.at().toString(),
                entry.kind(),
                entry.source(),
                entry.sessionId().map(UUID::toString),
                entry.executionId().map(UUID::toString),
                AuditChain.canonical(entry.facts()),
                record.previousHash(),
                record.hash());
        ends = new Ends(Head.of(record), ends.event());
    }

    private void append(EventRow row) throws SQLException {
        Numbered event = new Numbered(ends.event() + 1, now, row.event());
        sql.update(
                "INSERT INTO event (number, at, session_id, record) VALUES (?, ?, ?, ?)",
                event.number(),
                Nanos.of(now),
                row.event().sessionId().toString(),
                row.record());
        events.add(event);
        ends = new Ends(ends.audit(), event.number());
    }
}
