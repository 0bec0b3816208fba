package dev.readback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.readback.audit.AuditVerifier;
import dev.readback.conversation.Session;
import dev.readback.conversation.Turn;
import dev.readback.execution.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final int MANY = 1_000_000;

    @TempDir
    Path home;

    @Test
    void a_full_database_fails_changes_whole_and_serves_again_once_there_is_room() throws Exception {
        AtomicInteger pages = new AtomicInteger(MANY);
        StoreSettings settings = StoreSettings.sqlite(home);
        SqliteEngine.create(settings.databaseFile());
        try (Database database = Database.open(
                settings,
                InstantSource.system(),
                () -> new Limited(new SqliteEngine(settings.databaseFile()), pages))) {
            Session session = Samples.session();
            database.executions().commit(Samples.change(session));
            fillUp(database, session, () -> pages.set(150), () -> pages.set(MANY));
        }
    }

    @Test
    void a_full_disk_fails_changes_whole_and_serves_again_once_there_is_room() throws Exception {
        assumeTrue(mount("-t", "tmpfs", "-o", "size=1m", "readback-test", home.toString()), "needs the right to mount");
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            Session session = Samples.session();
            database.executions().commit(Samples.change(session));
            fillUp(database, session, () -> {}, () -> {
                assertThat(mount("-o", "remount,size=64m", home.toString())).isTrue();
            });
        } finally {
            unmount();
        }
    }

    @Test
    void a_start_on_a_full_disk_says_so_and_works_once_there_is_room() throws Exception {
        assumeTrue(
                mount("-t", "tmpfs", "-o", "size=40k", "readback-test", home.toString()), "needs the right to mount");
        try {
            assertThatThrownBy(() -> Database.open(StoreSettings.sqlite(home)))
                    .isInstanceOfSatisfying(
                            StoreFailure.class, e -> assertThat(e.code()).isEqualTo("disk_full"))
                    .hasMessageContaining(home.toString());
            assertThat(mount("-o", "remount,size=64m", home.toString())).isTrue();
            try (Database database = Database.open(StoreSettings.sqlite(home))) {
                database.executions().commit(Samples.change(Samples.session()));
            }
        } finally {
            unmount();
        }
    }

    private void fillUp(Database database, Session session, Runnable narrow, Runnable widen) throws Exception {
        narrow.run();
        List<Object> outcomes = StoreContract.together(400, i -> said(database, session, i));
        List<Object> stored = outcomes.stream().filter(Turn.class::isInstance).toList();
        assertThat(stored).hasSizeLessThan(400);
        assertThat(outcomes)
                .filteredOn(it -> !(it instanceof Turn))
                .allSatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                StoreFailure.class, e -> assertThat(e.code()).isEqualTo("disk_full")));
        assertThat(database.sessions().history(session.id(), 1000).stream().map(Object.class::cast))
                .containsExactlyInAnyOrderElementsOf(stored);

        widen.run();
        Turn after = said(database, session, 1000);
        assertThat(database.sessions().history(session.id(), 1)).containsExactly(after);
        assertThat(database.events().newest()).isEqualTo(0);
        assertThat(AuditVerifier.verify(database.auditTrail(), database.auditAnchor())
                        .sound())
                .isTrue();
        assertThat(database.auditTrail().latest(1).getFirst().sequence()).isEqualTo(stored.size() + 1);
        assertThat(database.faults()).isEmpty();
    }

    private static Turn said(Database database, Session session, int i) {
        Turn turn = Samples.turn(session.id(), i + " " + "x".repeat(10_000));
        database.executions()
                .commit(new Change(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(turn),
                        List.of(Samples.entry("said")),
                        List.of(),
                        List.of()));
        return turn;
    }

    private void unmount() throws IOException, InterruptedException {
        new ProcessBuilder("umount", "-l", home.toString()).start().waitFor();
    }

    private static boolean mount(String... arguments) {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** SQLite whose file may not grow beyond a number of pages, asked for anew by each commit. */
    private record Limited(SqliteEngine engine, AtomicInteger pages) implements Engine {
        @Override
        public DataSource readers() {
            return engine.readers();
        }

        @Override
        public Connection writer() throws SQLException {
            return LimitedConnection.wrap(engine.writer(), pages);
        }

        @Override
        public DataSource migrating() {
            return engine.migrating();
        }

        @Override
        public Map<String, String> placeholders() {
            return engine.placeholders();
        }

        @Override
        public StoreFailure explain(Throwable cause) {
            return engine.explain(cause);
        }

        @Override
        public String kind() {
            return engine.kind();
        }

        @Override
        public String location() {
            return engine.location();
        }

        @Override
        public long bytes() {
            return engine.bytes();
        }

        @Override
        public String faults() {
            return engine.faults();
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
