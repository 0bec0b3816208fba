package dev.readback.store;

import dev.readback.execution.Change;
import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.ExecutionStore;
import dev.readback.gate.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

final class StoredExecutions implements ExecutionStore {

    private static final RowMapper<Execution> EXECUTION =
            (row, context) -> Documents.read(row.getString("record"), Execution.class);
    private static final RowMapper<Grant> GRANT =
            (row, context) -> Documents.read(row.getString("record"), Grant.class);
    private static final RowMapper<Map.Entry<String, byte[]>> OUTPUT =
            (row, context) -> Map.entry(row.getString("digest"), row.getBytes("output"));

    private final Reads reads;
    private final Commits commits;

    StoredExecutions(Reads reads, Commits commits) {
        this.reads = reads;
        this.commits = commits;
    }

    /** Takes work to be committed. */
    interface Commits {
        void commit(Transaction.Work work);
    }

    @Override
    public void commit(Change change) {
        PreparedChange prepared = PreparedChange.of(change);
        commits.commit(transaction -> transaction.apply(prepared));
    }

    @Override
    public Optional<Execution> find(UUID id) {
        return whole("WHERE id = :id", Map.of("id", id.toString())).stream().findFirst();
    }

    @Override
    public Optional<Execution> newestIn(UUID sessionId) {
        return whole(
                        "WHERE session_id = :session ORDER BY number DESC LIMIT 1",
                        Map.of("session", sessionId.toString()))
                .stream()
                .findFirst();
    }

    @Override
    public List<Execution> unsettledIn(UUID sessionId) {
        return whole(
                "WHERE session_id = :session AND settled = 0 ORDER BY number", Map.of("session", sessionId.toString()));
    }

    @Override
    public List<Execution> unsettled() {
        return whole("WHERE settled = 0 ORDER BY number", Map.of());
    }

    @Override
    public List<Execution> latest(Optional<ExecutionState> state, int limit) {
        List<Execution> found = state.isPresent()
                ? records(
                        "WHERE state = :state ORDER BY number DESC LIMIT :limit",
                        Map.of("state", state.get().word(), "limit", limit))
                : records("ORDER BY number DESC LIMIT :limit", Map.of("limit", limit));
        return found.stream().map(Outputs::without).toList();
    }

    @Override
    public List<Execution> recentIn(UUID sessionId, int limit) {
        return records(
                        "WHERE session_id = :session ORDER BY number DESC LIMIT :limit",
                        Map.of("session", sessionId.toString(), "limit", limit))
                .stream()
                .map(Outputs::without)
                .toList();
    }

    @Override
    public Optional<Execution> withKey(String key) {
        return whole("""
                        WHERE request_key = :key
                        OR id = (SELECT execution_id FROM answer_key WHERE request_key = :key)""", Map.of("key", key)).stream().findFirst();
    }

    @Override
    public Optional<Execution> asking(UUID questionId) {
        return whole(
                        "WHERE id = (SELECT execution_id FROM question WHERE id = :question)",
                        Map.of("question", questionId.toString()))
                .stream()
                .findFirst();
    }

    @Override
    public List<Grant> grants(Instant now) {
        return reads
                .list(
                        GRANT,
                        "SELECT record FROM grant_ WHERE ends_at > :now ORDER BY ends_at",
                        Map.of("now", Nanos.of(now)))
                .stream()
                .filter(grant -> grant.until().isAfter(now))
                .toList();
    }

    private List<Execution> whole(String which, Map<String, ?> arguments) {
        return records(which, arguments).stream().map(this::withOutputs).toList();
    }

    private List<Execution> records(String which, Map<String, ?> arguments) {
        return reads.list(EXECUTION, "SELECT record FROM execution " + which, arguments);
    }

    private Execution withOutputs(Execution execution) {
        if (!Outputs.any(execution)) {
            return execution;
        }
        Map<String, byte[]> outputs = reads
                .list(
                        OUTPUT,
                        "SELECT digest, output FROM step_output WHERE execution_id = :id",
                        Map.of("id", execution.id().toString()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Outputs.attach(execution, outputs);
    }
}
