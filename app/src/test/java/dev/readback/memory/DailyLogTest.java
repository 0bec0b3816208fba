package dev.readback.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyLogTest {

    private static final Instant LATE = Instant.parse("2026-03-01T23:30:00Z");

    @TempDir
    Path folder;

    private Workspace workspace;
    private DailyLog log;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        log = new DailyLog(workspace, ZoneId.of("Europe/Berlin"));
    }

    @Test
    void entries_stand_under_the_day_and_time_of_the_zone() {
        log.append(LATE, "restarted nginx");
        log.append(LATE.plusSeconds(60), "removed /srv/old.log");

        assertThat(workspace.read("memory/2026-03-02.md").text())
                .isEqualTo("# 2026-03-02\n\n- 00:30 restarted nginx\n- 00:31 removed /srv/old.log\n");
    }

    @Test
    void an_entry_is_one_line_whatever_it_holds() {
        log.append(LATE, "a\r\n# b\u2028c\u0000d\n");

        assertThat(workspace.read("memory/2026-03-02.md").text()).endsWith("\n- 00:30 a # b c d\n");
    }

    @Test
    void an_entry_that_is_far_too_long_is_cut_between_characters() {
        log.append(LATE, "🙂".repeat(5000));

        assertThat(workspace.read("memory/2026-03-02.md").text()).endsWith("- 00:30 " + "🙂".repeat(2000) + "\n");
    }

    @Test
    void what_was_written_by_hand_stays_and_a_last_line_left_open_is_closed() {
        workspace.write("memory/2026-03-02.md", "mine", Optional.empty());

        log.append(LATE, "theirs");

        assertThat(workspace.read("memory/2026-03-02.md").text()).isEqualTo("mine\n- 00:30 theirs\n");
    }

    @Test
    void entries_of_many_threads_all_arrive_whole() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> log.append(LATE, "entry"));
            }
        }

        assertThat(workspace.read("memory/2026-03-02.md").text().lines().filter("- 00:30 entry"::equals))
                .hasSize(200);
    }

    @Test
    void a_link_in_the_place_of_the_day_is_not_written_through() throws IOException {
        Path outside = Files.createFile(folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("memory/2026-03-02.md"), outside);

        assertThatThrownBy(() -> log.append(LATE, "x")).isInstanceOf(MemoryFailure.AccessFailed.class);
        assertThat(outside).isEmptyFile();
    }
}
