package dev.readback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.conversation.Session;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStoreTest extends StoreContract {

    private static EmbeddedPostgres server;

    @TempDir
    Path home;

    private final String name = "readback_" + UUID.randomUUID().toString().replace('-', '_');
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
            sql("CREATE DATABASE " + name);
            made = true;
        }
        return at(home);
    }

    private StoreSettings at(Path folder) {
        return new StoreSettings(folder, Optional.of(server.getJdbcUrl("postgres", name) + "&password=secret"));
    }

    private static void sql(String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var it = connection.createStatement()) {
            it.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_readback_with_another_home_is_refused_too_and_told_which_process_is_there(@TempDir Path other) {
        assertThatThrownBy(() -> Database.open(at(other)))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo("store_in_use"))
                .hasMessageContaining(
                        "readback process " + ProcessHandle.current().pid());
    }

    @Test
    void a_connection_lost_while_idle_is_made_good_without_anybody_noticing() {
        Session session = storedSession();
        for (int i = 0; i < 3; i++) {
            sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            Session used = Samples.session(session.id(), Samples.T.plusSeconds(i));
            database.executions().commit(Samples.change(used));
            assertThat(database.sessions().find(session.id())).contains(used);
        }
    }

    @Test
    void who_lost_the_lock_to_another_cannot_write_any_more(@TempDir Path other) {
        Session session = storedSession();
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        try (Database usurper = Database.open(at(other))) {
            assertThatThrownBy(() -> database.executions().commit(Samples.change(session)))
                    .isInstanceOf(StoreFailure.class);
            assertThatThrownBy(() -> database.executions().commit(Samples.change(session)))
                    .isInstanceOfSatisfying(
                            StoreFailure.class, e -> assertThat(e.code()).isEqualTo("store_in_use"));
            usurper.executions().commit(Samples.change(session));
        }
        database.executions().commit(Samples.change(session));
    }

    @Test
    void wrong_addresses_are_named_without_the_password(@TempDir Path other) {
        String base = server.getJdbcUrl("postgres", "nowhere") + "&password=secret";
        refused(other, base, "database_missing");
        refused(other, "jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret", "store_unavailable");
        refused(other, "jdbc:mysql://u:secret@localhost/x", "store_settings");
        refused(other, "jdbc:postgresql://[::", "store_settings");
    }

    private static void refused(Path home, String url, String code) {
        assertThatThrownBy(() -> Database.open(new StoreSettings(home, Optional.of(url))))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageNotContaining("secret");
    }
}
