package dev.readback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Outcome.Cancelled;
import dev.readback.agent.Outcome.Exited;
import dev.readback.agent.Outcome.NotStarted;
import dev.readback.agent.Outcome.TimedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every agent that runs commands keeps to. Commands run on a host whose files the test can see. */
@Timeout(60)
public abstract class AgentContract {

    protected static final Duration LONG = Duration.ofSeconds(50);
    protected static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    protected Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** The agent under test, the same one within a test. */
    protected abstract Agent agent();

    /** Another agent over what the first one left on disk, as after a restart. */
    protected abstract Agent restarted();

    /** The host commands are for. */
    protected abstract String host();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_simple_command_runs_and_its_output_and_status_come_back() {
        Exited end = exited(run(simple("echo", "how", "are you")));

        assertThat(end.output()).isEqualTo(new Outcome.Output("how are you\n", 0));
        assertThat(end.exitCode()).isZero();
        assertThat(end.duration()).isBetween(Duration.ZERO, SOON);
    }

    @Test
    void what_looks_like_shell_syntax_in_the_words_of_a_simple_command_stays_as_it_is() {
        assertThat(text(run(simple("printf", "%s|", "$HOME", "*", "a;b", "", "-n", "\\t", "it's", "Á\n€"))))
                .isEqualTo("$HOME|*|a;b||-n|\\t|it's|Á\n€|");
    }

    @Test
    void anything_else_runs_as_the_very_bytes_by_bash() {
        assertThat(text(run(script("for i in 1 2; do echo \"<$i>\"; done | tac; [[ ä == ä ]] && echo 'ü '"))))
                .isEqualTo("<2>\n<1>\nü \n");
    }

    @Test
    void a_line_that_begins_with_a_dash_is_a_command_and_not_options_of_the_shell() {
        assertThat(text(run(script("-x 2>/dev/null; echo after")))).isEqualTo("after\n");
    }

    @Test
    void standard_output_and_error_come_in_the_order_they_were_printed() {
        assertThat(text(run(script("echo a; echo b >&2; echo c; echo d >&2")))).isEqualTo("a\nb\nc\nd\n");
    }

    @Test
    void a_failure_and_a_death_by_signal_are_told_by_their_status() {
        assertThat(exited(run(script("exit 3"))).exitCode()).isEqualTo(3);
        assertThat(exited(run(script("kill -9 $$"))).exitCode()).isEqualTo(137);
        assertThat(exited(run(script("no-such-program"))).exitCode()).isEqualTo(127);
    }

    @Test
    void messages_begin_with_the_name_the_program_was_called_by() {
        assertThat(text(run(simple("ls", "/no/such/file")))).startsWith("ls: cannot access");
        assertThat(text(run(script("no-such-program; true"))))
                .isEqualTo("bash: line 1: no-such-program: command not found\n");
    }

    @Test
    void a_program_that_is_not_there_makes_a_simple_command_impossible() {
        assertThat(agent().prepare(simple("no-such-program", "ps")))
                .isEqualTo(new Preparation.Impossible("no-such-program: command not found"));
    }

    @Test
    void a_host_nobody_knows_makes_a_command_impossible() {
        CommandLine line = new CommandLine("df", "atlantis", Optional.of(List.of("df")), List.of("df"));

        assertThat(agent().prepare(line))
                .isInstanceOfSatisfying(
                        Preparation.Impossible.class, no -> assertThat(no.why()).contains("atlantis"));
    }

    @Test
    void preparing_starts_nothing() {
        Path mark = folder.resolve("mark");
        ready(script("touch " + mark));
        ready(simple("touch", mark.toString()));

        assertThat(mark).doesNotExist();
    }

    @Test
    void what_was_prepared_names_the_program_by_its_path_and_fixes_what_it_is() {
        Invocation invocation = ready(simple("df", "-h"));

        assertThat(invocation.argv()).hasSize(2);
        assertThat(invocation.argv().getFirst()).startsWith("/").endsWith("/df");
        assertThat(invocation.directory()).startsWith("/");
        assertThat(invocation.binaries()).singleElement().satisfies(binary -> {
            assertThat(binary.path()).startsWith("/");
            assertThat(binary.size()).isPositive();
        });
    }

    @Test
    void a_command_gets_the_listed_environment_and_nothing_else() {
        Invocation invocation = ready(simple("env"));
        String[] lines = text(run(simple("env"))).split("\n");

        assertThat(Stream.of(lines).map(line -> line.split("=")[0]).toList())
                .containsExactlyInAnyOrderElementsOf(invocation.environment().keySet());
    }

    @Test
    void output_is_heard_while_the_command_still_runs() {
        Heard heard = new Heard("first");
        Path go = folder.resolve("go");
        Future<Outcome> end =
                begin(assign(script("echo first; until [ -e " + go + " ]; do sleep 0.05; done; echo last")), heard);

        assertThat(heard.within(SOON)).isTrue();
        assertThat(end).isNotDone();
        touch(go);
        assertThat(text(await(end))).isEqualTo("first\nlast\n").isEqualTo(heard.text());
    }

    @Test
    void a_character_that_comes_in_two_pieces_is_heard_whole_and_what_is_no_character_is_replaced() {
        Heard heard = new Heard("never");
        Outcome end = await(begin(assign(script("printf 'a\\303'; sleep 0.3; printf '\\244\\377b\\342\\202'")), heard));

        assertThat(heard.text()).isEqualTo("aä\uFFFDb\uFFFD").isEqualTo(text(end));
    }

    @Test
    void a_mebibyte_of_output_is_kept_and_the_rest_is_counted() {
        Exited end = exited(run(script("head -c 3000001 /dev/zero | tr '\\0' x")));

        assertThat(end.output().text()).hasSize(1 << 20).containsOnlyOnce("x".repeat(1 << 20));
        assertThat(end.output().dropped()).isEqualTo(3_000_001 - (1 << 20));
    }

    @Test
    void exactly_a_mebibyte_is_kept_whole() {
        assertThat(exited(run(script("head -c 1048576 /dev/zero | tr '\\0' x")))
                        .output()
                        .dropped())
                .isZero();
    }

    @Test
    void the_cut_does_not_split_a_character() {
        Outcome.Output output = exited(run(script("printf x; yes ä | tr -d '\\n' | head -c 2000000")))
                .output();

        assertThat(output.text()).endsWith("ä");
        assertThat(output.text().length() * 2L - 1 + output.dropped()).isEqualTo(2_000_001);
    }

    @Test
    void a_command_that_never_stops_printing_is_ended_in_time_and_leaves_the_disk_alone() {
        Outcome end = agent().run(assign(simple("yes"), Duration.ofMillis(600)), RunListener.NONE, Asker.NOBODY);

        assertThat(end).isInstanceOfSatisfying(TimedOut.class, late -> {
            assertThat(late.output().text()).hasSize(1 << 20).startsWith("y\ny\n");
            assertThat(late.output().dropped()).isPositive();
            assertThat(late.duration()).isBetween(Duration.ofMillis(600), SOON);
        });
    }

    @Test
    void something_left_in_the_background_does_not_hold_up_the_end_and_lives_on() {
        Path go = folder.resolve("go");
        Path done = folder.resolve("done");
        Outcome end = run(
                script("(until [ -e " + go + " ]; do sleep 0.05; done; echo late; touch " + done + ") & echo started"));

        assertThat(text(end)).isEqualTo("started\n");
        touch(go);
        eventually(done);
    }

    @Test
    void a_command_that_reads_gets_nothing_and_ends() {
        assertThat(text(run(simple("cat")))).isEmpty();
        assertThat(exited(run(script("read -p 'Sure? ' answer"))).exitCode()).isEqualTo(1);
    }

    @Test
    void a_command_that_wants_a_terminal_gets_none_and_what_it_says_about_it_is_kept() {
        assertThat(text(run(simple("tty")))).isEqualTo("not a tty\n");
        assertThat(text(run(script("echo x >/dev/tty")))).contains("/dev/tty");
    }

    @Test
    void cancelling_ends_everything_the_command_started_and_keeps_what_it_had_printed() {
        Heard heard = new Heard("ready");
        Path pids = folder.resolve("pids");
        Assignment assignment = assign(script("sleep 41 & echo $! >" + pids + "; (sleep 42 & echo $! >>" + pids
                + "; wait) & echo $! >>" + pids + "; echo ready; wait"));
        Future<Outcome> end = begin(assignment, heard);
        assertThat(heard.within(SOON)).isTrue();

        agent().cancel(assignment.runId());
        agent().cancel(assignment.runId());

        assertThat(await(end))
                .isInstanceOfSatisfying(
                        Cancelled.class,
                        cancelled -> assertThat(cancelled.output().text()).isEqualTo("ready\n"));
        assertThat(lines(pids)).hasSize(3).noneMatch(AgentContract::alive);
    }

    @Test
    void cancelling_ends_what_ignores_the_request_and_what_is_stopped() {
        Heard heard = new Heard("ready");
        Path pids = folder.resolve("pids");
        Assignment assignment =
                assign(script("(trap '' TERM; sleep 43 & echo $! >>" + pids + "; wait; sleep 44) & sleep 45 & "
                        + "kill -STOP $!; echo $! >>" + pids + "; sleep 0.3; echo ready; wait"));
        Future<Outcome> end = begin(assignment, heard);
        assertThat(heard.within(SOON)).isTrue();

        agent().cancel(assignment.runId());

        assertThat(await(end)).isInstanceOf(Cancelled.class);
        assertThat(lines(pids)).hasSize(2).noneMatch(AgentContract::alive);
    }

    @Test
    void a_command_may_tidy_up_when_it_is_cancelled() {
        Heard heard = new Heard("ready");
        Assignment assignment = assign(script("trap 'echo tidy; exit 0' TERM; echo ready; sleep 46 & wait"));
        Future<Outcome> end = begin(assignment, heard);
        assertThat(heard.within(SOON)).isTrue();

        agent().cancel(assignment.runId());

        assertThat(text(await(end))).isEqualTo("ready\ntidy\n");
    }

    @Test
    void cancelling_an_unknown_or_ended_run_does_nothing() {
        agent().cancel(UUID.randomUUID());
        Assignment assignment = assign(simple("true"));
        agent().run(assignment, RunListener.NONE, Asker.NOBODY);

        agent().cancel(assignment.runId());

        assertThat(exited(adopt(agent(), assignment)).exitCode()).isZero();
    }

    @Test
    void a_run_whose_time_is_up_is_ended_and_what_it_printed_kept() {
        Assignment assignment = assign(script("echo before; sleep 47"), Duration.ofMillis(400));

        assertThat(agent().run(assignment, RunListener.NONE, Asker.NOBODY))
                .isInstanceOfSatisfying(TimedOut.class, late -> {
                    assertThat(late.output().text()).isEqualTo("before\n");
                    assertThat(late.duration()).isLessThan(SOON);
                });
    }

    @Test
    void adopting_a_run_that_never_began_says_so_and_it_never_will_begin() {
        Path mark = folder.resolve("mark");
        Assignment assignment = assign(simple("touch", mark.toString()));

        assertThat(adopt(restarted(), assignment)).isInstanceOf(NotStarted.class);
        assertThat(agent().run(assignment, RunListener.NONE, Asker.NOBODY)).isInstanceOf(NotStarted.class);
        assertThat(mark).doesNotExist();
    }

    @Test
    void adopting_a_run_that_has_ended_gives_its_result_from_the_beginning() {
        Assignment assignment = assign(script("echo one; echo two; exit 5"));
        agent().run(assignment, RunListener.NONE, Asker.NOBODY);
        Heard heard = new Heard("two");

        Exited end = exited(restarted().adopt(assignment, heard, Asker.NOBODY));

        assertThat(end.exitCode()).isEqualTo(5);
        assertThat(heard.text()).isEqualTo("one\ntwo\n").isEqualTo(end.output().text());
    }

    @Test
    void adopting_a_run_that_goes_on_follows_it_to_its_end() {
        Path go = folder.resolve("go");
        Assignment assignment =
                assign(script("echo one; until [ -e " + go + " ]; do sleep 0.05; done; echo two; exit 6"));
        Heard before = new Heard("one");
        leave(assignment, before);
        Heard after = new Heard("one");

        Future<Outcome> end = threads.submit(() -> restarted().adopt(assignment, after, Asker.NOBODY));
        assertThat(after.within(SOON)).isTrue();
        touch(go);

        assertThat(exited(await(end)).exitCode()).isEqualTo(6);
        assertThat(after.text()).isEqualTo("one\ntwo\n");
    }

    @Test
    void an_adopted_run_can_be_cancelled() {
        Assignment assignment = assign(script("echo one; sleep 48"));
        leave(assignment, new Heard("one"));
        Agent next = restarted();
        Heard after = new Heard("one");
        Future<Outcome> end = threads.submit(() -> next.adopt(assignment, after, Asker.NOBODY));
        assertThat(after.within(SOON)).isTrue();

        next.cancel(assignment.runId());

        assertThat(await(end)).isInstanceOf(Cancelled.class);
    }

    @Test
    void the_time_of_an_adopted_run_counts_from_its_start() throws InterruptedException {
        Assignment assignment = assign(script("echo one; sleep 49"), Duration.ofSeconds(2));
        leave(assignment, new Heard("one"));
        Thread.sleep(1000);
        long adopted = System.nanoTime();

        Outcome end = adopt(restarted(), assignment);

        assertThat(end).isInstanceOf(TimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - adopted)).isLessThan(Duration.ofMillis(1900));
    }

    @Test
    void a_second_run_with_the_same_id_starts_nothing_and_gives_the_first_one_s_result() {
        Path mark = folder.resolve("mark");
        Assignment assignment = assign(script("echo x >>" + mark));
        agent().run(assignment, RunListener.NONE, Asker.NOBODY);

        assertThat(exited(agent().run(assignment, RunListener.NONE, Asker.NOBODY))
                        .exitCode())
                .isZero();
        assertThat(lines(mark)).hasSize(1);
    }

    @Test
    void a_listener_that_fails_does_not_lose_the_run() {
        Outcome end = agent().run(
                        assign(script("echo a; sleep 0.2; echo b")),
                        text -> {
                            throw new IllegalStateException("deaf");
                        },
                        Asker.NOBODY);

        assertThat(text(end)).isEqualTo("a\nb\n");
    }

    @Test
    void a_program_that_was_replaced_since_it_was_approved_is_not_started() throws Exception {
        Path program = folder.resolve("tool");
        Files.writeString(program, "#!/bin/sh\necho harmless\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Assignment assignment = assign(simple(program.toString()));
        Files.writeString(program, "#!/bin/sh\necho wicked\n");

        assertThat(agent().run(assignment, RunListener.NONE, Asker.NOBODY))
                .isEqualTo(
                        new NotStarted("The program " + program.toRealPath() + " has changed since you approved it."));
    }

    @Test
    void a_hundred_at_once_all_end_with_their_own_output() {
        List<Future<Outcome>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(begin(assign(script("echo number " + i)), RunListener.NONE));
        }

        for (int i = 0; i < 100; i++) {
            assertThat(text(await(all.get(i)))).isEqualTo("number " + i + "\n");
        }
    }

    @Test
    void forgetting_can_be_repeated() {
        Assignment assignment = assign(simple("true"));
        agent().run(assignment, RunListener.NONE, Asker.NOBODY);

        agent().forget(assignment.runId());
        agent().forget(assignment.runId());
        agent().forget(UUID.randomUUID());
    }

    protected final CommandLine simple(String... argv) {
        return new CommandLine(String.join(" ", argv), host(), Optional.of(List.of(argv)), List.of(argv[0]));
    }

    protected final CommandLine script(String line) {
        return new CommandLine(line, host(), Optional.empty(), List.of());
    }

    protected final Invocation ready(CommandLine line) {
        return switch (agent().prepare(line)) {
            case Preparation.Ready ready -> ready.invocation();
            case Preparation.Impossible impossible -> throw new AssertionError(impossible.why());
        };
    }

    protected final Assignment assign(CommandLine line) {
        return assign(line, LONG);
    }

    protected final Assignment assign(CommandLine line, Duration timeout) {
        return new Assignment(UUID.randomUUID(), UUID.randomUUID(), line.line(), ready(line), timeout);
    }

    protected final Outcome run(CommandLine line) {
        return agent().run(assign(line), RunListener.NONE, Asker.NOBODY);
    }

    protected static Outcome adopt(Agent agent, Assignment assignment) {
        return agent.adopt(assignment, RunListener.NONE, Asker.NOBODY);
    }

    protected final Future<Outcome> begin(Assignment assignment, RunListener listener) {
        return threads.submit(() -> agent().run(assignment, listener, Asker.NOBODY));
    }

    /** Begins a run and goes away from it once it has printed something. */
    protected final void leave(Assignment assignment, Heard heard) {
        Future<Outcome> run = begin(assignment, heard);
        assertThat(heard.within(SOON)).isTrue();
        run.cancel(true);
    }

    protected static Outcome await(Future<Outcome> outcome) {
        try {
            return outcome.get(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    protected static Exited exited(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Exited.class);
        return (Exited) outcome;
    }

    protected static String text(Outcome outcome) {
        return switch (outcome) {
            case Exited exited -> exited.output().text();
            case Cancelled cancelled -> cancelled.output().text();
            case TimedOut late -> late.output().text();
            case Outcome.Failed failed -> failed.output().text();
            case Outcome.Interrupted interrupted -> interrupted.output().text();
            case NotStarted not -> throw new AssertionError(not.why());
        };
    }

    protected static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    protected static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    protected static void eventually(Path file) {
        for (int i = 0; i < 200 && !Files.exists(file); i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(file).exists();
    }

    /** Dead also where nobody has reaped it yet. */
    private static boolean alive(String pid) {
        try {
            return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }
}
