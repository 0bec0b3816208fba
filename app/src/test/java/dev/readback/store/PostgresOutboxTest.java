package dev.readback.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresOutboxTest extends OutboxContract {

    private static EmbeddedPostgres server;

    @TempDir
    Path home;

    private final String name = "outbox_" + UUID.randomUUID().toString().replace('-', '_');
    private boolean made;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    StoreSettings settings() {
        if (!made) {
            create();
            made = true;
        }
        return new StoreSettings(home, Optional.of(server.getJdbcUrl("postgres", name)));
    }

    private void create() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
