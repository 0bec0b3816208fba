package dev.readback.agent.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.Outcome;
import dev.readback.agent.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs at the edges: killed, raced, with no room to write. */
@Timeout(60)
class AtMostOnceTest {

    @TempDir
    Path folder;

    @Test
    void a_run_outlives_the_kill_of_its_agent_runs_once_and_is_adopted_with_its_whole_output() throws Exception {
        Path mark = folder.resolve("mark");
        Path go = folder.resolve("go");
        String line =
                "echo x >>" + mark + "; echo one; until [ -e " + go + " ]; do sleep 0.05; done; seq 1 300000; exit 7";
        UUID id = UUID.randomUUID();
        Process first = java(RunUntilKilled.class.getName(), folder.toString(), id.toString(), line);
        waitFor(mark);
        first.destroyForcibly().waitFor();
        LocalAgent agent = agent();
        Files.createFile(go);

        Outcome end = agent.adopt(RunUntilKilled.assignment(agent, id, line), RunListener.NONE, Asker.NOBODY);

        assertThat(end).isInstanceOfSatisfying(Outcome.Exited.class, exited -> {
            assertThat(exited.exitCode()).isEqualTo(7);
            assertThat(exited.output().text()).startsWith("one\n1\n2\n").hasSize(1 << 20);
            assertThat(exited.output().dropped()).isEqualTo(4 + 1_988_895 - (1 << 20));
        });
        assertThat(Files.readAllLines(mark)).hasSize(1);
    }

    @Test
    void killed_at_any_moment_a_run_has_either_begun_once_or_never_does() throws Exception {
        LocalAgent agent = agent();
        Random moments = new Random(7);
        int begun = 0;
        for (int i = 0; i < 12; i++) {
            UUID id = UUID.randomUUID();
            Path mark = folder.resolve("mark" + i);
            String line = "echo x >>" + mark;
            Process first = java(RunUntilKilled.class.getName(), folder.toString(), id.toString(), line);
            LockSupport.parkNanos(Duration.ofMillis(80 + moments.nextInt(160)).toNanos());
            first.destroyForcibly().waitFor();

            Outcome end = agent.adopt(RunUntilKilled.assignment(agent, id, line), RunListener.NONE, Asker.NOBODY);

            boolean ran = Files.exists(mark);
            assertThat(end).isInstanceOf(ran ? Outcome.Exited.class : Outcome.NotStarted.class);
            assertThat(ran ? Files.readAllLines(mark).size() : 1).isEqualTo(1);
            begun += ran ? 1 : 0;
        }
        System.out.println("killed at a random moment: " + begun + " of 12 had begun");
    }

    @Test
    void a_runner_and_a_seal_that_race_never_both_win() throws Exception {
        LocalAgent agent = agent();
        Random moments = new Random(11);
        agent.run(RunUntilKilled.assignment(agent, UUID.randomUUID(), "true"), RunListener.NONE, Asker.NOBODY);
        for (int i = 0; i < 100; i++) {
            Path mark = folder.resolve("raced" + i);
            Assignment assignment = RunUntilKilled.assignment(agent, UUID.randomUUID(), "touch " + mark);
            RunDirectory run = directory(assignment.runId());
            Files.createDirectory(run.path());
            Process runner = new RunnerScript(folder.resolve("runs")).start(run, assignment.invocation());
            LockSupport.parkNanos(moments.nextInt(2_500_000));

            Outcome end = agent.adopt(assignment, RunListener.NONE, Asker.NOBODY);

            runner.waitFor();
            assertThat(end).isInstanceOf(Files.exists(mark) ? Outcome.Exited.class : Outcome.NotStarted.class);
        }
    }

    @Test
    void a_runner_that_cannot_write_who_it_is_starts_nothing() throws Exception {
        LocalAgent agent = agent();
        agent.run(RunUntilKilled.assignment(agent, UUID.randomUUID(), "true"), RunListener.NONE, Asker.NOBODY);
        Path mark = folder.resolve("mark");
        Assignment assignment = RunUntilKilled.assignment(agent, UUID.randomUUID(), "touch " + mark);
        RunDirectory run = directory(assignment.runId());
        Files.createDirectory(run.path());
        // Opens like a file and has no room for a byte.
        Files.createSymbolicLink(run.path().resolve("claim"), Path.of("/dev/full"));

        Process runner = new RunnerScript(folder.resolve("runs")).start(run, assignment.invocation());

        assertThat(runner.waitFor()).isEqualTo(73);
        assertThat(mark).doesNotExist();
    }

    @Test
    void the_bytes_that_run_are_those_that_were_approved_whatever_locale_we_were_started_in() throws Exception {
        Path mark = folder.resolve("mark");
        Process posix = java(
                RunUntilKilled.class.getName(),
                folder.toString(),
                UUID.randomUUID().toString(),
                "printf %s '\\301 \\374' \"it's\" >" + mark);

        assertThat(posix.waitFor()).isZero();
        assertThat(mark).hasContent("Á üit's");
    }

    @Test
    void a_full_disk_is_said_and_nothing_started() throws Exception {
        onSmallDisk("size=64k", small -> {
            Path mark = folder.resolve("mark");
            LocalAgent agent = agent();
            Assignment assignment = RunUntilKilled.assignment(agent, UUID.randomUUID(), "touch " + mark);

            Outcome end = agent.run(assignment, RunListener.NONE, Asker.NOBODY);

            assertThat(end)
                    .isEqualTo(new Outcome.NotStarted(
                            "The disk that holds " + small + " is full, so nothing was started."));
            assertThat(agent.adopt(assignment, RunListener.NONE, Asker.NOBODY)).isInstanceOf(Outcome.NotStarted.class);
            assertThat(mark).doesNotExist();
        });
    }

    @Test
    void an_unclaimed_run_is_kept_from_starting_even_where_no_file_can_be_made() throws Exception {
        onSmallDisk("nr_inodes=4", small -> {
            RunDirectory run = directory(UUID.randomUUID());
            Files.createDirectory(run.path());
            Files.createFile(run.path().resolve("command"));
            Files.createFile(small.resolve("last"));

            assertThat(run.seal(false)).isEqualTo(new Claim.Sealed());
            assertThat(run.path()).doesNotExist();
        });
    }

    private void onSmallDisk(String options, OnDisk test) throws Exception {
        Path small = Files.createDirectory(folder.resolve("runs"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", small.toString()).start();
        assumeTrue(mount.waitFor() == 0, "no right to mount a small disk: the full disk is not tested");
        try {
            test.with(small);
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private interface OnDisk {
        void with(Path small) throws Exception;
    }

    private LocalAgent agent() {
        return new LocalAgent(new LocalSettings(folder.resolve("runs"), folder, "somebody", Optional.empty()));
    }

    private RunDirectory directory(UUID id) {
        return new RunDirectory(folder.resolve("runs").resolve(id.toString()));
    }

    private static Process java(String... words) throws IOException {
        String[] start = {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path")
        };
        String[] all = new String[start.length + words.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(words, 0, all, start.length, words.length);
        ProcessBuilder builder = RunnerScript.silent(new ProcessBuilder(all));
        // As under cron: no locale but the plainest, which knows no letter beyond ASCII.
        builder.environment().put("LC_ALL", "POSIX");
        return builder.start();
    }

    private static void waitFor(Path file) {
        for (int i = 0; i < 400 && !Files.exists(file); i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(file).exists();
    }
}
