package dev.readback.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One file, one process. */
final class SqliteEngine implements Engine {

    private static final int READERS = 4;

    private final Path file;
    private final HikariDataSource readers;

    SqliteEngine(Path file) {
        this.file = file;
        this.readers = new HikariDataSource(pool(file));
    }

    /** Makes the file, readable by its owner alone, before SQLite would make it readable by all. */
    static void create(Path file) {
        try {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else if (Files.isRegularFile(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw StoreFailure.unwritable(file, e);
        }
    }

    @Override
    public DataSource readers() {
        return readers;
    }

    @Override
    public Connection writer() throws SQLException {
        SQLiteConfig config = logged();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(file, config).getConnection();
    }

    /** Without the write-ahead log: asking for it would already change a file that turns out not to be ours. */
    @Override
    public DataSource migrating() {
        return source(file, config());
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("serial", "INTEGER PRIMARY KEY", "number", "INTEGER PRIMARY KEY", "bytes", "BLOB");
    }

    @Override
    public StoreFailure explain(Throwable cause) {
        return find(cause).map(it -> explain(it.getResultCode(), cause)).orElseGet(() -> unavailable(cause));
    }

    private StoreFailure explain(SQLiteErrorCode code, Throwable cause) {
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_FULL ->
                new StoreFailure(
                        "disk_full",
                        "The disk that holds " + file + " is full; nothing was stored. Make room and try again.",
                        cause);
            case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_FORMAT ->
                new StoreFailure(
                        "database_broken",
                        "The file " + file
                                + " is damaged or not a database. It was left as it is: move it away to start afresh, or put"
                                + " back a copy.",
                        cause);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN ->
                new StoreFailure(
                        "store_unwritable",
                        "The database " + file
                                + " cannot be opened for writing; check that it is a file and yours, and its folder too.",
                        cause);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreFailure(
                        "store_in_use",
                        "Another program is holding the database " + file + " locked; close it.",
                        cause);
            case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE ->
                new StoreFailure(
                        "store_refused", "The database refused a change that does not fit what it holds.", cause);
            default -> unavailable(cause);
        };
    }

    private StoreFailure unavailable(Throwable cause) {
        return new StoreFailure("store_unavailable", "The database " + file + " could not be used just now.", cause);
    }

    private static Optional<SQLiteException> find(Throwable cause) {
        return Optional.of(cause)
                .flatMap(it -> it instanceof SQLiteException e
                        ? Optional.of(e)
                        : Optional.ofNullable(it.getCause()).flatMap(SqliteEngine::find));
    }

    @Override
    public String kind() {
        try (Connection c = readers.getConnection()) {
            return "SQLite " + c.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public long bytes() {
        try {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public String faults() {
        try (Connection c = readers.getConnection();
                var statement = c.createStatement();
                var rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            String word = rows.next() ? rows.getString(1) : "no answer";
            return word.equals("ok") ? "" : word;
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public void close() {
        readers.close();
    }

    private static HikariConfig pool(Path file) {
        SQLiteConfig config = logged();
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source(file, config));
        pool.setPoolName("readback-readers");
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql("PRAGMA query_only = ON");
        return pool;
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static SQLiteConfig logged() {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        return config;
    }

    /** FULL: a commit is on the disk when it returns. */
    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(5000);
        config.enforceForeignKeys(true);
        return config;
    }
}
