package dev.readback.agent.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Agent;
import dev.readback.agent.AgentContract;
import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.Heard;
import dev.readback.agent.Invocation;
import dev.readback.agent.Outcome;
import dev.readback.agent.Outcome.Interrupted;
import dev.readback.agent.Outcome.NotStarted;
import dev.readback.agent.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalAgentTest extends AgentContract {

    private static final Set<String> SET_BY_BASH = Set.of("SHLVL", "OLDPWD", "_");

    private @Nullable LocalAgent agent;

    @Override
    protected LocalAgent agent() {
        if (agent == null) {
            agent = new LocalAgent(settings(runs()));
        }
        return agent;
    }

    @Override
    protected Agent restarted() {
        return new LocalAgent(settings(runs()));
    }

    @Override
    protected String host() {
        return "local";
    }

    @Test
    void the_folder_of_the_runs_is_for_its_owner_only() throws IOException {
        run(simple("true"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runs())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_link_keeps_its_name_and_what_it_leads_to_is_what_is_fixed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("say"), Path.of("/bin/echo"));
        Invocation invocation = ready(simple(link.toString(), "hi"));

        assertThat(invocation.argv().getFirst())
                .isEqualTo(folder.toRealPath().resolve("say").toString());
        assertThat(invocation.binaries().getFirst().path())
                .isEqualTo(Path.of("/bin/echo").toRealPath().toString());
    }

    @Test
    void a_link_that_leads_elsewhere_since_it_was_approved_is_not_started() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("say"), Path.of("/bin/echo"));
        Assignment assignment = assign(simple(link.toString(), "hi"));
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("/bin/true"));

        assertThat(why(start(assignment))).contains("has changed since you approved it");
    }

    @Test
    void a_program_changed_in_place_with_its_size_and_time_put_back_is_noticed() throws Exception {
        Path program = Files.writeString(folder.resolve("tool"), "#!/bin/sh\necho harmless\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        FileTime time = Files.getLastModifiedTime(program);
        Assignment assignment = assign(simple(program.toString()));
        Thread.sleep(20);
        Files.writeString(program, "#!/bin/sh\necho wicked..\n");
        Files.setLastModifiedTime(program, time);

        assertThat(why(start(assignment))).contains("has changed since you approved it");
    }

    @Test
    void a_builtin_is_run_by_bash() {
        assertThat(text(run(simple("ulimit", "-c")))).matches("(unlimited|\\d+)\n");
    }

    @Test
    void a_folder_that_is_gone_is_said_and_nothing_started() {
        Invocation ready = ready(simple("true"));
        Invocation gone = new Invocation(
                ready.host(), ready.argv(), folder.resolve("gone").toString(), ready.environment(), ready.binaries());

        assertThat(why(start(new Assignment(UUID.randomUUID(), UUID.randomUUID(), "true", gone, LONG))))
                .contains("is gone");
    }

    @Test
    void a_runs_folder_that_cannot_be_written_is_said_and_nothing_started() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path mark = folder.resolve("mark");
        Assignment assignment = assign(simple("touch", mark.toString()));

        Outcome end = new LocalAgent(settings(file.resolve("runs"))).run(assignment, RunListener.NONE, Asker.NOBODY);

        assertThat(why(end)).contains("cannot be written to");
        assertThat(mark).doesNotExist();
    }

    @Test
    void a_command_line_the_kernel_refuses_is_said_and_never_starts() {
        Assignment assignment = assign(simple("true", "x".repeat(200_000)));

        assertThat(why(start(assignment))).isEqualTo("The command line is too long for this machine.");
        assertThat(adopt(restarted(), assignment)).isInstanceOf(NotStarted.class);
    }

    @Test
    void a_run_cancelled_before_it_began_does_not_begin() {
        Path mark = folder.resolve("mark");
        Assignment assignment = assign(simple("touch", mark.toString()));

        agent().cancel(assignment.runId());

        assertThat(start(assignment)).isEqualTo(new Outcome.Cancelled(Outcome.Output.NONE, Duration.ZERO));
        assertThat(mark).doesNotExist();
    }

    @Test
    void a_run_that_nobody_follows_is_ended_by_cancelling_it_all_the_same() {
        Assignment assignment = assign(script("echo one; sleep 51"));
        leave(assignment, new Heard("one"));

        restarted().cancel(assignment.runId());

        assertThat(adopt(restarted(), assignment)).isInstanceOf(Outcome.Cancelled.class);
    }

    @Test
    void a_runner_that_comes_late_finds_its_run_sealed_and_starts_nothing() throws Exception {
        run(simple("true"));
        Path mark = folder.resolve("mark");
        Assignment assignment = assign(simple("touch", mark.toString()));
        RunDirectory run = directory(assignment);
        Files.createDirectory(run.path());

        assertThat(adopt(restarted(), assignment)).isInstanceOf(NotStarted.class);
        Process late = new RunnerScript(runs()).start(run, assignment.invocation());

        assertThat(late.waitFor()).isNotZero();
        assertThat(mark).doesNotExist();
    }

    @Test
    void a_claim_that_was_never_written_means_that_nothing_started() throws IOException {
        Assignment assignment = claimed("");

        assertThat(adopt(agent(), assignment)).isInstanceOf(NotStarted.class);
    }

    @Test
    void a_process_that_only_has_the_same_id_is_not_taken_for_the_run() throws IOException {
        long ours = ProcessHandle.current().pid();
        Assignment assignment = claimed(ours + " 1 " + boot() + "\n");

        assertThat(adopt(agent(), assignment)).isInstanceOf(Interrupted.class);
    }

    @Test
    void a_run_of_before_the_machine_was_restarted_is_interrupted_and_its_output_kept() throws IOException {
        Assignment assignment = claimed(ProcessHandle.current().pid() + " 1 another-boot\n");
        Files.writeString(directory(assignment).out(), "half");

        assertThat(adopt(agent(), assignment)).isInstanceOfSatisfying(Interrupted.class, end -> {
            assertThat(end.output().text()).isEqualTo("half");
            assertThat(end.why()).contains("restarted");
        });
    }

    @Test
    void after_a_restart_of_the_machine_a_missing_record_proves_nothing() throws IOException {
        Files.createDirectories(runs());
        Files.writeString(runs().resolve("boot"), "another-boot");
        Assignment assignment = assign(simple("true"));
        Agent first = restarted();

        assertThat(adopt(first, assignment)).isInstanceOf(Interrupted.class);
        assertThat(adopt(restarted(), assignment)).isInstanceOf(Interrupted.class);
    }

    @Test
    void a_run_whose_runner_was_killed_is_interrupted() {
        Assignment assignment = assign(script("kill -9 0"));

        assertThat(start(assignment)).isInstanceOf(Interrupted.class);
        assertThat(adopt(restarted(), assignment)).isInstanceOf(Interrupted.class);
    }

    @Test
    void a_command_that_ends_its_own_group_still_has_its_status_recorded() {
        assertThat(exited(run(script("echo a; kill 0; sleep 52"))).exitCode()).isEqualTo(143);
    }

    @Test
    void forgetting_removes_the_folder_of_the_run() {
        Assignment assignment = assign(simple("true"));
        start(assignment);
        assertThat(directory(assignment).path()).exists();

        agent().forget(assignment.runId());

        assertThat(directory(assignment).path()).doesNotExist();
    }

    @Test
    void sweeping_removes_ended_runs_nobody_knows_and_leaves_the_others() {
        Assignment known = assign(simple("true"));
        Assignment unknown = assign(simple("true"));
        Assignment alive = assign(script("echo one; sleep 53"));
        start(known);
        start(unknown);
        leave(alive, new Heard("one"));

        new LocalAgent(settings(runs())).sweep(Set.of(known.runId()));

        assertThat(directory(known).path()).exists();
        assertThat(directory(unknown).path()).doesNotExist();
        assertThat(directory(alive).path()).exists();
        restarted().cancel(alive.runId());
    }

    @Test
    void our_own_environment_does_not_reach_a_command() {
        Map<String, String> given = ready(simple("env")).environment();
        String printed = text(run(script("env; tr '\\0' '\\n' </proc/$PPID/environ")));

        System.getenv().forEach((name, value) -> {
            if (!given.containsKey(name) && !SET_BY_BASH.contains(name)) {
                assertThat(printed).doesNotContain("\n" + name + "=");
            }
        });
    }

    private Path runs() {
        return folder.resolve("home/runs");
    }

    private LocalSettings settings(Path runs) {
        return new LocalSettings(runs, folder, "somebody", Optional.of("UTC"));
    }

    private Outcome start(Assignment assignment) {
        return agent().run(assignment, RunListener.NONE, Asker.NOBODY);
    }

    private RunDirectory directory(Assignment assignment) {
        return new RunDirectory(runs().resolve(assignment.runId().toString()));
    }

    private Assignment claimed(String claim) throws IOException {
        Assignment assignment = assign(simple("true"));
        Files.createDirectories(directory(assignment).path());
        Files.writeString(directory(assignment).path().resolve("claim"), claim);
        return assignment;
    }

    private static String boot() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }

    private static String why(Outcome outcome) {
        assertThat(outcome).isInstanceOf(NotStarted.class);
        return ((NotStarted) outcome).why();
    }
}
