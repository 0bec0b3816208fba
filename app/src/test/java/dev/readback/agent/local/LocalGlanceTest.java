package dev.readback.agent.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalGlanceTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    Path home;

    private LocalGlance glance(Duration timeout) {
        return new LocalGlance(new LocalSettings(home.resolve("runs"), home, "tester", Optional.empty()), timeout);
    }

    private LocalGlance glance() {
        return glance(Duration.ofSeconds(20));
    }

    @Test
    void what_a_line_prints_is_seen_and_its_errors_only_when_asked_for() {
        assertThat(glance().see("echo out; echo oops >&2")).contains("out\n");
        assertThat(glance().seeErrorsToo("echo out; echo oops >&2")).contains("out\noops\n");
    }

    @Test
    void a_line_that_fails_or_prints_nothing_shows_nothing() {
        assertThat(glance().see("echo half; false")).isEmpty();
        assertThat(glance().see("true")).isEmpty();
        assertThat(glance().see("echo ' '")).isEmpty();
        assertThat(glance().see("no-such-program-here")).isEmpty();
        assertThat(glance().see("-x")).isEmpty();
    }

    @Test
    void it_runs_in_the_home_folder_with_the_environment_of_a_command_in_plain_english() {
        assertThat(glance().see("pwd")).contains(home + "\n");
        assertThat(glance().see("echo $USER $LC_ALL ${JAVA_HOME:-none}")).contains("tester C none\n");
    }

    @Test
    void it_has_no_input_and_no_terminal() {
        assertThat(glance().see("cat; echo done; test -t 0 || echo none")).contains("done\nnone\n");
    }

    @Test
    void a_hanging_line_is_ended_with_all_it_started() throws InterruptedException {
        String mark = UUID.randomUUID().toString();
        long began = System.nanoTime();
        assertThat(glance(SHORT).see("(exec -a " + mark + " sleep 600) & (exec -a " + mark + " sleep 601)"))
                .isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertNothingLeft(mark);
    }

    @Test
    void what_leaves_the_session_or_ignores_requests_is_ended_too() throws InterruptedException {
        String mark = UUID.randomUUID().toString();
        assertThat(glance(SHORT)
                        .see("trap '' TERM HUP; (setsid --wait bash -c 'exec -a " + mark + " sleep 600'); echo"))
                .isEmpty();
        assertNothingLeft(mark);
    }

    @Test
    void what_a_line_leaves_behind_in_the_background_is_ended() throws InterruptedException {
        String mark = UUID.randomUUID().toString();
        assertThat(glance().see("(exec -a " + mark + " sleep 600) >/dev/null & echo seen"))
                .contains("seen\n");
        assertNothingLeft(mark);
    }

    @Test
    void a_flood_is_cut_and_its_source_ended() throws InterruptedException {
        String mark = UUID.randomUUID().toString();
        Optional<String> seen = glance().see("exec -a " + mark + " yes");
        assertThat(seen).hasValueSatisfying(text -> assertThat(text).hasSize(LocalGlance.MOST_BYTES));
        assertNothingLeft(mark);
    }

    @Test
    void bytes_that_are_no_text_do_no_harm() {
        assertThat(glance().see("head -c 3000 /dev/urandom; printf '\\033[2Jx'"))
                .isPresent();
    }

    @Test
    void four_run_at_once_and_a_fifth_waits_only_as_long_as_a_line_may_take() throws Exception {
        LocalGlance glance = glance(Duration.ofSeconds(4));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<String>> look = () -> glance.see("touch \"$(mktemp -p . at.XXXX)\"; sleep 2; echo seen");
            List<Future<Optional<String>>> four =
                    List.of(threads.submit(look), threads.submit(look), threads.submit(look), threads.submit(look));
            await(() -> begun() == 4);
            long began = System.nanoTime();
            assertThat(glance.see("echo fifth")).contains("fifth\n");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(200));
            for (Future<Optional<String>> one : four) {
                assertThat(one.get()).contains("seen\n");
            }
        }
    }

    @Test
    void an_interrupted_thread_ends_its_line_and_stays_interrupted() throws InterruptedException {
        String mark = UUID.randomUUID().toString();
        boolean[] interrupted = new boolean[1];
        Thread looking = Thread.ofVirtual().start(() -> {
            boolean nothing = glance().see("exec -a " + mark + " sleep 600").isEmpty();
            interrupted[0] = nothing && Thread.currentThread().isInterrupted();
        });
        await(() -> ProcessStatus.anyNames(mark));
        looking.interrupt();
        looking.join();
        assertThat(interrupted[0]).isTrue();
        assertNothingLeft(mark);
    }

    private long begun() throws IOException {
        try (var files = Files.list(home)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("at."))
                    .count();
        }
    }

    private static void assertNothingLeft(String mark) throws InterruptedException {
        Thread.sleep(100);
        assertThat(ProcessStatus.anyNames(mark)).isFalse();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws InterruptedException {
        try {
            for (int i = 0; i < 500 && !condition.holds(); i++) {
                Thread.sleep(20);
            }
            assertThat(condition.holds()).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
