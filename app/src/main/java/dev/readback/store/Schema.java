package dev.readback.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date. Flyway is asked only when something is to be done, for starting it costs more than all else at a start. */
final class Schema {

    /** The migrations in order; a test holds them to the folder. */
    static final List<Migration> MIGRATIONS = List.of(
            new Migration("1", "V1__first.sql"),
            new Migration("2", "V2__answer_keys.sql"),
            new Migration("3", "V3__latency.sql"),
            new Migration("4", "V4__outbox.sql"));

    static final String FOLDER = "db/migration";

    private static final String HISTORY =
            "SELECT version, checksum FROM flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY installed_rank";

    private final Engine engine;

    Schema(Engine engine) {
        this.engine = engine;
    }

    /** One file of statements. */
    record Migration(String version, String file) {}

    /** A migration as Flyway noted it. */
    private record Applied(String version, int checksum) {}

    /** The newest version applied; empty where there is none. */
    Optional<String> version() {
        List<Applied> applied = applied();
        return applied.isEmpty()
                ? Optional.empty()
                : Optional.of(applied.getLast().version());
    }

    /**
     * Applies what is missing.
     *
     * @throws StoreFailure {@code database_newer} or {@code database_foreign} where the tables are not ours to change
     */
    void bringUpToDate() {
        if (!current()) {
            migrate();
        }
    }

    /** Whether nothing is to be done; refuses tables that a newer version made. */
    boolean current() {
        List<Applied> applied = applied();
        if (applied.size() > MIGRATIONS.size()) {
            throw new StoreFailure(
                    "database_newer",
                    "The database " + engine.location() + " was made by a newer version of Readback; start that one.");
        }
        return applied.equals(MIGRATIONS.stream()
                .map(it -> new Applied(it.version(), checksum(it.file())))
                .toList());
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(engine.migrating())
                    .locations("classpath:" + FOLDER)
                    .placeholders(engine.placeholders())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw explain(e);
        }
    }

    private StoreFailure explain(FlywayException e) {
        boolean refusedByDatabase = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(SQLException.class::isInstance);
        return refusedByDatabase
                ? engine.explain(e)
                : new StoreFailure(
                        "database_foreign",
                        "The database " + engine.location()
                                + " holds tables that are not Readback's, or were changed; it was left as it is.",
                        e);
    }

    private List<Applied> applied() {
        try (Connection connection = engine.migrating().getConnection()) {
            boolean known;
            try (var tables = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
                known = tables.next();
            }
            return known
                    ? new Statements(connection).query(row -> new Applied(row.getString(1), row.getInt(2)), HISTORY)
                    : List.of();
        } catch (SQLException e) {
            throw engine.explain(e);
        }
    }

    /** As Flyway computes it: CRC-32 over the lines without their ends. */
    private static int checksum(String file) {
        CRC32 crc = new CRC32();
        var stream =
                Objects.requireNonNull(Schema.class.getClassLoader().getResourceAsStream(FOLDER + "/" + file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) crc.getValue();
    }
}
