package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.local.LocalGlance;
import dev.readback.agent.local.LocalSettings;
import dev.readback.gate.Gate;
import dev.readback.gate.Policy;
import dev.readback.gate.Surroundings;
import dev.readback.say.CommandResult;
import dev.readback.say.insight.Diagnosis;
import dev.readback.say.insight.Effects;
import dev.readback.say.insight.Glance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real gate, real files and real processes. */
class JudgedGlanceTest {

    @TempDir
    Path folder;

    private Glance glance = Glance.NONE;

    @BeforeEach
    void open() {
        Gate gate = gate();
        LocalSettings settings = new LocalSettings(folder.resolve("runs"), folder, "tester", Optional.empty());
        glance = new JudgedGlance(gate, new LocalGlance(settings)::see);
    }

    private Gate gate() {
        return Gate.open(
                Policy.DEFAULT,
                new Surroundings(folder.resolve(".readback"), folder.resolve(".readback/workspace"), folder, folder));
    }

    private List<String> effects(String line) {
        return Effects.of(List.of(), line, glance);
    }

    private Path file(String name, int bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[bytes]);
    }

    @Test
    void what_the_gate_would_ask_about_is_not_run() throws IOException {
        Path kept = file("kept", 3);
        assertThat(glance.see("rm " + kept)).isEmpty();
        assertThat(glance.see("echo hello > " + kept)).isEmpty();
        assertThat(glance.see("sh -c 'cat " + kept + "' && touch " + folder + "/made"))
                .isEmpty();
        assertThat(kept).hasSize(3);
        assertThat(folder.resolve("made")).doesNotExist();
        assertThat(glance.see("echo hello")).contains("hello\n");
    }

    @Test
    void a_line_that_a_model_wrote_makes_no_glance_reach_another_machine() {
        List<String> seen = new ArrayList<>();
        Glance noting = line -> {
            seen.add(line);
            return Optional.empty();
        };
        for (String line : List.of(
                "docker compose -f oci://secret.example.org/x down",
                "docker-compose -f https://example.org/secret.git stop",
                "find /net/secret.example.org -delete",
                "rm -r /net/secret.example.org")) {
            Effects.of(List.of(), line, JudgedGlance.ofComposed(gate(), noting));
        }
        assertThat(seen).noneMatch(line -> line.contains("secret"));
        Effects.of(List.of(), "apt-get remove nginx", JudgedGlance.ofComposed(gate(), noting));
        assertThat(seen).contains("apt-get -s remove nginx");
    }

    @Test
    void a_tree_is_counted_and_measured() throws IOException {
        for (int i = 0; i < 30; i++) {
            file("app/cache/" + i % 3 + "/entry " + i, 1024);
        }
        assertThat(effects("rm -rf " + folder + "/app/cache")).containsExactly("30 files in 4 folders, 30 kilobytes");
        assertThat(effects("rm -rf app/cache")).containsExactly("30 files in 4 folders, 30 kilobytes");
        assertThat(effects("chmod -R 750 app")).containsExactly("30 files in 5 folders, 30 kilobytes");
        assertThat(effects("rmdir app")).containsExactly("the folder is not empty");
        assertThat(effects("rm app")).containsExactly("it is a folder, which rm leaves alone without -r");
        assertThat(effects("find app -type f -name 'entry 1*' -delete")).containsExactly("11 files, 11 kilobytes");
        assertThat(effects("find app -name nothing -delete")).containsExactly("nothing matches now");
    }

    @Test
    void what_cannot_be_seen_without_rights_is_not_said_to_be_missing() {
        assertThat(effects("sudo rm -r gone")).isEmpty();
        assertThat(effects("sudo -n rm -rf gone/*")).isEmpty();
        assertThat(effects("sudo mv gone there")).isEmpty();
        assertThat(effects("rm -r gone")).isNotEmpty();
    }

    @Test
    void of_braces_that_may_hold_whole_paths_nothing_is_said() throws IOException {
        file("app/one", 10);
        assertThat(effects("rm -r {" + folder + "/app," + folder + "/other}")).isEmpty();
        assertThat(effects("rm app/{one,two}")).isNotEmpty();
    }

    @Test
    void patterns_are_expanded_and_odd_names_do_no_harm() throws IOException {
        file("log/a.gz", 2048);
        file("log/b.gz", 2048);
        file("log/new\nline; $(touch made).gz", 2048);
        file("it's here/-odd", 10);
        assertThat(effects("rm " + folder + "/log/*.gz")).containsExactly("3 files, 6 kilobytes");
        assertThat(effects("rm log/{a,b}.gz")).containsExactly("2 files, 4 kilobytes");
        assertThat(effects("rm log/*.xz")).containsExactly("nothing matches log/*.xz");
        assertThat(effects("rm \"it's here/-odd\"")).containsExactly("1 file, 10 bytes");
        assertThat(effects("rm it\\'s\\ here/-odd")).containsExactly("1 file, 10 bytes");
        assertThat(effects("rm ~/log/a.gz")).containsExactly("1 file, 2 kilobytes");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void what_is_not_there_or_only_a_link_or_a_mount_point_is_told() throws IOException {
        Path real = file("real", 10);
        Files.createSymbolicLink(folder.resolve("link"), real);
        assertThat(effects("rm " + folder + "/gone")).containsExactly(folder + "/gone does not exist");
        assertThat(effects("rm gone real")).containsExactly("gone does not exist", "at least 1 file, 10 bytes");
        assertThat(effects("rm link")).containsExactly("it is only a link, to " + real, "1 link");
        assertThat(effects("rm -rf /proc")).contains("/proc is a mount point");
    }

    @Test
    void what_would_be_overwritten_is_told() throws IOException {
        file("a.conf", 100);
        file("b.conf", 2048);
        file("there/a.conf", 10);
        assertThat(effects("mv a.conf b.conf"))
                .containsExactly("it overwrites b.conf, which holds 2 kilobytes", "1 file, 100 bytes");
        assertThat(effects("cp -n a.conf b.conf")).containsExactly("1 file, 100 bytes");
        assertThat(effects("cp a.conf there")).containsExactly("it overwrites 1 file in there", "1 file, 100 bytes");
        assertThat(effects("cp -t there b.conf")).containsExactly("1 file, 2 kilobytes");
        assertThat(effects("mv gone there")).containsExactly("gone does not exist");
        assertThat(effects("truncate -s 0 b.conf")).containsExactly("1 file, 2 kilobytes");
    }

    @Test
    void who_has_it_open_is_told() throws IOException, InterruptedException {
        Path open = file("data/open", 10);
        Process tail = new ProcessBuilder("tail", "-f", open.toString()).start();
        try {
            Thread.sleep(300);
            assertThat(effects("rm -r " + folder + "/data")).containsExactly("1 file, 10 bytes", "in use by tail");
            assertThat(Diagnosis.of("x", List.of(), busy("umount " + folder + "/data"), glance))
                    .contains(folder + "/data is still mounted: tail uses it.");
        } finally {
            tail.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static CommandResult busy(String line) {
        return new CommandResult(
                line,
                "local",
                "x",
                Map.of(),
                CommandResult.Ending.EXITED,
                32,
                "umount: target is busy.",
                false,
                Duration.ZERO);
    }

    @Test
    void processes_are_named_with_their_children() throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", "sleep 600 & wait").start();
        try {
            Thread.sleep(300);
            assertThat(effects("kill -9 " + shell.pid()))
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("process " + shell.pid() + " is bash of ");
            assertThat(effects("kill " + shell.pid())).last().isEqualTo("1 child process: sleep");
            assertThat(effects("kill 4194000")).containsExactly("there is no process 4194000");
            assertThat(effects("killall no-such-name")).containsExactly("no process is called no-such-name");
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void accounts_are_looked_up() {
        assertThat(effects("userdel no-such-user")).containsExactly("there is no user called no-such-user");
    }

    @Test
    void a_tree_too_big_to_count_is_counted_as_far_as_time_goes() {
        long began = System.nanoTime();
        List<String> said = effects("rm -rf /usr /sys");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2500));
        assertThat(said).allMatch(phrase -> phrase.length() < 160);
    }
}
