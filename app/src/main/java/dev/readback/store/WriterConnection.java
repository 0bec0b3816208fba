package dev.readback.store;

import dev.readback.audit.AuditChain.Head;
import dev.readback.store.Transaction.Ends;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one connection that writes. Used by the writer's thread only; once anything failed on it, it is thrown away and another opened. */
final class WriterConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);

    private final Connection connection;
    private final Statements sql;
    private Ends ends;

    private WriterConnection(Connection connection, Statements sql, Ends ends) {
        this.connection = connection;
        this.sql = sql;
        this.ends = ends;
    }

    static WriterConnection open(Engine engine) throws SQLException {
        Connection connection = engine.writer();
        try {
            connection.setAutoCommit(false);
            Statements sql = new Statements(connection);
            Ends ends = ends(sql);
            connection.commit();
            return new WriterConnection(connection, sql, ends);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Ends ends() {
        return ends;
    }

    Transaction begin(Instant now) {
        return new Transaction(sql, ends, now);
    }

    /** On the disk when this returns. */
    void commit(Transaction transaction) throws SQLException {
        connection.commit();
        ends = transaction.ends();
    }

    /** Closing undoes what was not committed. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("a failed connection could not be rolled back");
        }
    }

    private static Ends ends(Statements sql) throws SQLException {
        List<Head> head = sql.query(
                row -> new Head(row.getLong(1), row.getString(2)),
                "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
        List<Long> event = sql.query(row -> row.getLong(1), StoredEvents.NEWEST);
        return new Ends(head.isEmpty() ? Head.EMPTY : head.getFirst(), event.getFirst());
    }
}
