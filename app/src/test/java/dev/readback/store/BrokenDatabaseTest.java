package dev.readback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.readback.execution.Execution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenDatabaseTest {

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void file() {
        file = home.resolve("readback.db");
    }

    @Test
    void garbage_is_refused_by_name_and_left_alone() throws IOException {
        refusedAndLeftAlone("not a database at all ".repeat(500).getBytes(StandardCharsets.UTF_8), "database_broken");
    }

    @Test
    void a_cut_header_is_refused_and_left_alone() throws IOException {
        refusedAndLeftAlone(Arrays.copyOf(whole(), 60), "database_broken");
    }

    @Test
    void an_overwritten_header_is_refused_and_left_alone() throws IOException {
        byte[] bytes = whole();
        Arrays.fill(bytes, 0, 100, (byte) 7);
        refusedAndLeftAlone(bytes, "database_broken");
    }

    @Test
    void a_file_cut_short_is_refused_and_left_alone() throws IOException {
        byte[] bytes = whole();
        refusedAndLeftAlone(Arrays.copyOf(bytes, 4096 + 100), "database_broken");
    }

    @Test
    void damage_further_in_is_found_when_looked_for() throws IOException {
        byte[] bytes = whole();
        Arrays.fill(bytes, bytes.length - 3 * 4096, bytes.length, (byte) 0x55);
        Files.write(file, bytes);
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            assertThat(database.faults()).isPresent();
        } catch (StoreFailure e) {
            assertThat(e.code()).isEqualTo("database_broken");
        }
    }

    @Test
    void somebody_elses_database_is_refused_and_left_alone() throws Exception {
        sql("CREATE TABLE theirs (x)");
        refusedAndLeftAlone(Files.readAllBytes(file), "database_foreign");
    }

    @Test
    void a_database_from_a_newer_version_is_refused() throws Exception {
        whole();
        sql("""
                INSERT INTO flyway_schema_history
                SELECT 99, '99', description, type, 'V99__later.sql', 99, installed_by, installed_on, 1, 1
                FROM flyway_schema_history LIMIT 1""");
        refused("database_newer");
    }

    @Test
    void a_changed_migration_is_refused() throws Exception {
        whole();
        sql("UPDATE flyway_schema_history SET checksum = 1");
        refused("database_foreign");
    }

    @Test
    void a_folder_in_its_place_is_refused() throws IOException {
        Files.createDirectory(file);
        refused("store_unwritable");
    }

    @Test
    void a_home_that_cannot_be_made_is_named() throws IOException {
        Path taken = Files.writeString(home.resolve("taken"), "a file");
        assertThatThrownBy(() -> Database.open(StoreSettings.sqlite(taken.resolve("home"))))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo("store_unwritable"))
                .hasMessageContaining(taken.toString());
        assertThatThrownBy(() -> Database.open(StoreSettings.sqlite(Path.of("/proc/readback"))))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo("store_unwritable"));
    }

    @Test
    void a_home_that_cannot_be_written_is_named() throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write anywhere");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-x------"));
        refused("store_unwritable");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void nothing_to_read_is_said_to_be_missing_and_nothing_is_made() {
        assertThatThrownBy(() -> Database.openForReading(StoreSettings.sqlite(home)))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo("database_missing"));
        assertThat(file).doesNotExist();
    }

    @Test
    void every_file_is_its_owners_alone() throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            database.executions().commit(Samples.audited(Samples.entry("one")));
            try (var files = Files.list(home)) {
                assertThat(files.toList())
                        .hasSizeGreaterThanOrEqualTo(4)
                        .allSatisfy(it -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                                .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void documents_of_an_older_or_newer_version_can_be_read() throws Exception {
        Execution execution = Samples.execution(Samples.session().id());
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            database.executions().commit(Samples.change(Samples.session(execution.sessionId(), Samples.T), execution));
        }
        sql(
                "UPDATE execution SET record = json_insert(record, '$.mood', json('{\"deep\": [1]}'), '$.steps[0].mood', 1)");
        sql("UPDATE execution SET record = json_insert(record, '$.steps[0].preparation.mood', 1)");
        sql(
                "UPDATE execution SET record = json_remove(record, '$.error', '$.say', '$.question', '$.key', '$.answers')");
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            assertThat(database.executions().find(execution.id())).contains(execution);
        }
    }

    @Test
    void a_document_that_cannot_be_read_is_reported() throws Exception {
        Execution execution = Samples.execution(Samples.session().id());
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            database.executions().commit(Samples.change(Samples.session(execution.sessionId(), Samples.T), execution));
        }
        sql("UPDATE execution SET record = '{'");
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            assertThatThrownBy(() -> database.executions().find(execution.id()))
                    .isInstanceOfSatisfying(
                            StoreFailure.class, e -> assertThat(e.code()).isEqualTo("database_broken"));
        }
    }

    @Test
    void commits_go_to_the_disk_before_they_return() throws SQLException {
        try (Engine engine = new SqliteEngine(file);
                Connection connection = engine.writer();
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA synchronous").getInt(1)).isEqualTo(2);
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                    .isEqualTo("wal");
            assertThat(statement.executeQuery("PRAGMA foreign_keys").getInt(1)).isEqualTo(1);
            assertThat(statement.executeQuery("PRAGMA busy_timeout").getInt(1)).isEqualTo(5000);
        }
    }

    @Test
    void the_list_of_migrations_is_that_of_the_folder() throws Exception {
        Path folder = Path.of(Optional.ofNullable(Schema.class.getClassLoader().getResource(Schema.FOLDER))
                .orElseThrow()
                .toURI());
        try (var files = Files.list(folder)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Schema.MIGRATIONS.stream()
                            .map(Schema.Migration::file)
                            .toList());
        }
        try (Database database = Database.open(StoreSettings.sqlite(home));
                Engine engine = new SqliteEngine(file)) {
            assertThat(database.faults()).isEmpty();
            assertThat(new Schema(engine).current()).isTrue();
        }
    }

    private byte[] whole() throws IOException {
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            Execution execution = Samples.execution(Samples.session().id());
            database.executions().commit(Samples.change(Samples.session(execution.sessionId(), Samples.T), execution));
        }
        return Files.readAllBytes(file);
    }

    private void refusedAndLeftAlone(byte[] bytes, String code) throws IOException {
        Files.write(file, bytes);
        refused(code);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    private void refused(String code) {
        assertThatThrownBy(() -> Database.open(StoreSettings.sqlite(home)))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(home.toString())
                .hasMessageMatching("[^\\n]+[.]");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var it = connection.createStatement()) {
            it.executeUpdate(statement);
        }
    }
}
