package dev.readback.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasebookSayerTest {

    private static final PhrasebookSayer SAYER = PhrasebookSayer.shipped("readback");
    private static final Map<String, String> NGINX = Map.of("service", "nginx");

    private static CommandResult result(Ending ending, int exit, String output) {
        return new CommandResult(
                "systemctl restart nginx",
                "local",
                "service.restart",
                NGINX,
                ending,
                exit,
                output,
                false,
                Duration.ofMinutes(5));
    }

    private static String run(String line, int exit, String output) {
        return SAYER.result(new CommandResult(
                line, "local", "command.run", Map.of(), Ending.EXITED, exit, output, false, Duration.ofMillis(9)));
    }

    @Test
    void every_ending_has_its_sentence() {
        assertThat(SAYER.result(result(Ending.TIMED_OUT, 0, "")))
                .isEqualTo("It had not finished after five minutes, so I stopped it.");
        assertThat(SAYER.result(result(Ending.CANCELLED, 0, ""))).startsWith("I stopped it");
        assertThat(SAYER.result(result(Ending.NOT_STARTED, 0, "error=2, No such file or directory")))
                .isEqualTo("systemctl is not installed on this machine.");
        assertThat(SAYER.result(result(Ending.INTERRUPTED, 0, "")))
                .isEqualTo("Readback was interrupted while it was to restart nginx. I do not know whether it finished."
                        + " I have not run it again.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127 | bash: line 1: docker: command not found | docker is not installed on this machine. On Debian and Ubuntu it comes with the package docker.io.",
                "1 | Got permission denied while trying to connect to the Docker daemon socket | I am not allowed to do that. This line in sudoers would give the right: readback ALL=(root) NOPASSWD: /usr/bin/docker ps.",
                "1 | sudo: a terminal is required to read the password | It wanted a terminal, which I cannot give it.",
                "1 | Error: No such container: shop | There is no container called shop.",
                "1 | cp: error writing 'x': No space left on device | The disk is full. Say \"show the biggest directories\" to see what fills it.",
                "100 | E: Could not get lock /var/lib/dpkg/lock-frontend | Another package manager is at work. Try again in a while.",
                "3 | | That failed with exit status 3, and said nothing.",
                "3 | something odd | That failed: something odd.",
                "0 | | Done. It printed nothing.",
                "0 | hello there | It says: hello there.",
            })
    void a_command_nobody_knows_still_says_how_it_went(int exit, String output, String said) {
        assertThat(run("docker ps", exit, output == null ? "" : output)).isEqualTo(said);
    }

    @Test
    void long_output_is_summed_up_within_thirty_seconds() {
        String said = run("x", 0, "line of words\n".repeat(213) + "the end is near");
        assertThat(said).isEqualTo("It printed 214 lines; the last says: the end is near.");
        assertThat(Speech.words(run("x", 0, "word ".repeat(9_000)))).isLessThanOrEqualTo(80);
        assertThat(run("x", 0, "x".repeat(1 << 20)).length()).isLessThan(800);
    }

    @Test
    void output_in_an_unknown_form_is_never_an_error() {
        Random random = new Random(5);
        List<String> intents = List.of(
                "disk.usage",
                "memory.usage",
                "service.status",
                "docker.stats",
                "net.port",
                "user.who",
                "process.top.cpu");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder output = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                output.append(" \n\tAb9:%.-/[]()".charAt(random.nextInt(15)));
            }
            String intent = intents.get(random.nextInt(intents.size()));
            String said = SAYER.result(new CommandResult(
                    "x",
                    "local",
                    intent,
                    Map.of(),
                    Ending.EXITED,
                    random.nextInt(4),
                    output.toString(),
                    false,
                    Duration.ZERO));
            assertThat(said).isNotBlank();
        }
    }

    @Test
    void another_host_is_named() {
        CommandResult there = new CommandResult(
                "systemctl restart nginx",
                "web1",
                "service.restart",
                NGINX,
                Ending.EXITED,
                0,
                "",
                false,
                Duration.ZERO);
        assertThat(SAYER.result(there)).isEqualTo("On web1: nginx has been restarted.");
    }

    @Test
    void a_read_back_names_act_object_and_host() {
        assertThat(SAYER.readBack(new ReadBack(
                        "systemctl restart nginx",
                        "local",
                        "service.restart",
                        NGINX,
                        List.of("It restarts a service."),
                        List.of(),
                        List.of())))
                .isEqualTo("Restart nginx on this machine?");
        assertThat(SAYER.readBack(new ReadBack(
                        "systemctl restart nginx",
                        "web1",
                        "service.restart",
                        NGINX,
                        List.of(),
                        List.of("nginx"),
                        List.of())))
                .isEqualTo("Restart nginx on web1? I am not sure I heard nginx right.");
        assertThat(SAYER.readBack(new ReadBack(
                        "make deploy",
                        "local",
                        "command.run",
                        Map.of(),
                        List.of("I do not know what make deploy does"),
                        List.of(),
                        List.of())))
                .isEqualTo("Run make deploy on this machine? I do not know what make deploy does.");
    }

    @Test
    void a_repeat_back_says_what_is_lost_and_what_to_say() {
        assertThat(SAYER.repeatBack(
                        new ReadBack(
                                "rm -- /srv/old.log",
                                "local",
                                "file.delete",
                                Map.of("path", "/srv/old.log"),
                                List.of(),
                                List.of(),
                                List.of()),
                        "/srv/old.log"))
                .isEqualTo("This deletes /srv/old.log on this machine for good. To go ahead, say its name: old.log.");
    }

    @Test
    void a_line_that_was_typed_is_spoken_like_the_intent_that_runs_it() {
        CommandResult typed = new CommandResult(
                "df -h",
                "local",
                "command.run",
                Map.of(),
                CommandResult.Ending.EXITED,
                0,
                "Filesystem Size Used Avail Use% Mounted on\n/dev/sda2 109G 24G 80G 23% /\n",
                false,
                Duration.ZERO);

        assertThat(SAYER.result(typed)).isEqualTo("The root disk is 23 percent full, with 80 gigabytes free.");
        assertThat(SAYER.figures(typed)).hasSize(1);
    }

    @Test
    void what_is_touched_is_said_before_what_to_do() {
        ReadBack asked = new ReadBack(
                "rm -r -- /srv/old",
                "local",
                "file.delete.directory",
                Map.of("path", "/srv/old"),
                List.of(),
                List.of(),
                List.of("312 files, 1.4 gigabytes", "2 programs have it open", "and more"));

        assertThat(SAYER.repeatBack(asked, "/srv/old"))
                .isEqualTo("This deletes the directory /srv/old with everything in it on this machine for good."
                        + " 312 files, 1.4 gigabytes. 2 programs have it open. To go ahead, say its name: old.");
    }

    @Test
    void a_denial_says_why_and_whether_it_is_for_ever() {
        assertThat(SAYER.denial("rm -rf /", "local", List.of("It would delete the whole root filesystem"), true))
                .isEqualTo("I won't run that: it would delete the whole root filesystem.");
        assertThat(SAYER.denial("x", "web1", List.of(), false))
                .isEqualTo("I won't run that on web1: it is not allowed. The policy file could allow it.");
    }

    @Test
    void a_wrong_say_block_is_told() {
        String text = "entries:\n  - id: mine.one\n    say: {speeker: lines}\n";
        assertThatThrownBy(() -> PhrasebookSayer.load(Map.of("mine.yaml", text), "readback"))
                .isInstanceOf(SayingException.class)
                .hasMessageContaining("mine.yaml: mine.one: unknown key \"speeker\"");
    }
}
