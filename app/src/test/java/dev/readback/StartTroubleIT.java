package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is said in one line, with nothing changed and no stack trace. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StartTroubleIT {

    @TempDir
    Path folder;

    private Path home;
    private Path log;

    @BeforeEach
    void name() {
        home = folder.resolve("home");
        log = folder.resolve("log");
    }

    @Test
    void a_busy_port_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String said = failedStart(Map.of(), "--port", Integer.toString(taken.getLocalPort()));

            assertThat(said).contains(Integer.toString(taken.getLocalPort())).contains("READBACK_PORT");
        }
    }

    @Test
    void a_home_that_cannot_be_a_folder_is_named() throws Exception {
        Files.writeString(home, "I am a file");

        assertThat(failedStart(Map.of())).contains("READBACK_HOME").contains(home.toString());
        assertThat(home).hasContent("I am a file");
    }

    @Test
    void an_unwritable_home_is_named() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write anywhere");
        Files.createDirectory(
                folder.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        home = folder.resolve("locked").resolve("home");

        assertThat(failedStart(Map.of())).contains("READBACK_HOME").contains("permission denied");
    }

    @Test
    void a_read_only_file_system_is_named() throws Exception {
        home = Path.of("/proc/readback-home");

        assertThat(failedStart(Map.of())).contains("READBACK_HOME").contains(home.toString());
    }

    @Test
    void a_broken_database_is_named_and_left_as_it_is() throws Exception {
        Files.createDirectory(home);
        Files.writeString(
                home.resolve("readback.db"), "this is no database, but somebody may want it back. ".repeat(100));

        assertThat(failedStart(Map.of())).contains(home.resolve("readback.db").toString());
        assertThat(Files.readString(home.resolve("readback.db"))).startsWith("this is no database");
    }

    @Test
    void a_second_one_on_the_same_home_is_turned_away() throws Exception {
        try (ChildReadback first = ChildReadback.start(home)) {
            assertThat(failedStart(Map.of())).containsIgnoringCase("readback").contains("already");
            assertThat(first.get("/health").path("status").asString("up")).isEqualTo("up");
        }
    }

    @Test
    void a_wrong_setting_names_the_variable_what_it_held_and_what_it_takes() throws Exception {
        assertThat(failedStart(Map.of("COMMAND_TIMEOUT_SECONDS", "soon")))
                .isEqualTo("COMMAND_TIMEOUT_SECONDS is \"soon\"; it takes a whole number from 1 to 86400.");
    }

    @Test
    void a_misspelt_setting_is_not_ignored() throws Exception {
        assertThat(failedStart(Map.of("READBACK_PROT", "5001")))
                .contains("READBACK_PROT")
                .contains("READBACK_PORT");
    }

    @Test
    void a_wrong_policy_is_named_by_file_and_line() throws Exception {
        Files.createDirectory(home);
        Files.writeString(home.resolve("policy.yaml"), "sudo: any\nalow: []\n");

        assertThat(failedStart(Map.of())).contains("policy.yaml").contains("allow");
    }

    /** The one line a start that fails leaves behind. */
    private String failedStart(Map<String, String> environment, String... flags)
            throws IOException, InterruptedException {
        Process process = ChildReadback.process(home, log, environment, flags);
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("it should have given up")
                .isTrue();
        List<String> lines = Files.readAllLines(log);
        assertThat(process.exitValue()).as("%s", lines).isEqualTo(1);
        assertThat(lines).as("one line").hasSize(1);
        return lines.getFirst();
    }
}
