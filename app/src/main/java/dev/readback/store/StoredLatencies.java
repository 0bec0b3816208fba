package dev.readback.store;

import dev.readback.voice.Latency;
import dev.readback.voice.LatencyLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long spoken turns took. What cannot be kept is logged and lost: nobody's answer is to wait for it. */
final class StoredLatencies implements LatencyLog {

    private static final Logger LOG = LoggerFactory.getLogger(StoredLatencies.class);
    private static final int MOST = 1_000;
    private static final RowMapper<Latency> LATENCY =
            (row, context) -> Documents.read(row.getString("record"), Latency.class);

    private final Reads reads;
    private final StoredExecutions.Commits commits;

    StoredLatencies(Reads reads, StoredExecutions.Commits commits) {
        this.reads = reads;
        this.commits = commits;
    }

    @Override
    public void keep(Latency latency) {
        try {
            String record = Documents.write(latency);
            commits.commit(transaction -> transaction.append(latency, record));
        } catch (StoreFailure e) {
            LOG.atWarn().addKeyValue("session", latency.sessionId()).setCause(e).log("a latency could not be kept");
        }
    }

    /** The last thousand of them. */
    @Override
    public List<Latency> of(UUID sessionId) {
        return reads.list(
                        LATENCY,
                        "SELECT record FROM latency WHERE session_id = :session ORDER BY number DESC LIMIT :limit",
                        Map.of("session", sessionId.toString(), "limit", MOST))
                .reversed();
    }
}
