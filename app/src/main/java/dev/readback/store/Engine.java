package dev.readback.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** What differs between SQLite and PostgreSQL. */
interface Engine extends AutoCloseable {

    /** Connections for reading, pooled. */
    DataSource readers();

    /** The one connection for writing; while it is open, nobody else may write to the same data. */
    Connection writer() throws SQLException;

    /** Connections for migrating the schema, not pooled. */
    DataSource migrating();

    /** What the migrations call by different names. */
    Map<String, String> placeholders();

    /** What went wrong, in a sentence a person understands. */
    StoreFailure explain(Throwable cause);

    /** Kind and version. */
    String kind();

    /** File or address, without password. */
    String location();

    /** Size on the disk. */
    long bytes();

    /** What is wrong with the stored data as far as the database itself can tell; empty when nothing is. */
    String faults();

    @Override
    void close();
}
