package dev.readback.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Outcome;
import dev.readback.audit.AuditRecord;
import dev.readback.execution.Foresight.Completeness;
import dev.readback.gate.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ForesightTest {

    private Stage stage;
    private UUID session;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new Stage(folder);
        session = stage.say("look around").sessionId();
        stage.agent.ran.clear();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void what_only_looks_is_run_while_the_person_still_speaks_and_its_result_is_used_once() {
        stage.agent.when("look here", (assignment, listener, asker) -> ScriptedAgent.exited(0, "all there is"));
        Foresight foresight = foresee("look here");
        assertThat(foresight.completeness()).isEqualTo(Completeness.WHOLE);
        assertThat(foresight.verdict()).contains(Verdict.ALLOW);
        assertThat(foresight.ranAhead()).isTrue();
        until(() -> stage.agent.ran.size() == 1);

        Execution first = say("look here");
        assertThat(first.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(first.steps().getFirst().result().orElseThrow().output()).isEqualTo("all there is");
        assertThat(stage.agent.ran).containsExactly("look here");
        assertThat(audit("ran_ahead_used")).hasSize(1);
        assertThat(audit("ran_ahead_used").getFirst().entry().executionId()).contains(first.id());
        assertThat(output(first)).isEqualTo("all there is");

        say("look here");
        assertThat(stage.agent.ran).containsExactly("look here", "look here");
    }

    @Test
    void it_is_on_record_before_it_starts() {
        foresee("look hunter2");
        until(() -> stage.agent.ran.size() == 1);
        var entry = audit("ran_ahead").getFirst().entry();
        assertThat(entry.facts())
                .containsEntry("words", "look •••")
                .containsEntry("command", "look •••")
                .containsKey("run_id");
        assertThat(entry.sessionId()).contains(session);
    }

    @Test
    void what_is_still_under_way_is_waited_for() {
        CountDownLatch go = new CountDownLatch(1);
        stage.agent.when("look slowly", (assignment, listener, asker) -> {
            await(go);
            return ScriptedAgent.exited(0, "slow");
        });
        foresee("look slowly");
        until(() -> stage.agent.ran.size() == 1);
        Execution started = stage.executions.start(Stage.request(Optional.of(session), "look slowly"));
        go.countDown();
        assertThat(stage.executions.await(started.id(), Duration.ofSeconds(5)).state())
                .isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("look slowly");
    }

    @Test
    void a_changing_command_never_runs_ahead() {
        for (String words :
                List.of("change here", "erase here", "ruin here", "look here and then change here", "missing")) {
            assertThat(foresee(words).ranAhead()).as(words).isFalse();
        }
        assertThat(foresee("change here").verdict()).contains(Verdict.CONFIRM);
        assertThat(foresee("look here and then ruin here").verdict()).contains(Verdict.DENY);
        assertThat(stage.agent.ran).isEmpty();
        assertThat(audit("ran_ahead")).isEmpty();
    }

    @Test
    void what_is_not_cheap_never_runs_ahead() {
        stage.cheap = false;
        assertThat(foresee("look here").ranAhead()).isFalse();
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void what_is_not_whole_or_was_not_asked_for_does_not_run() {
        assertThat(foresee("look at the").ranAhead()).isFalse();
        Foresight only = stage.executions.foresee(Stage.request(Optional.of(session), "look here"), false);
        assertThat(only.completeness()).isEqualTo(Completeness.WHOLE);
        assertThat(only.ranAhead()).isFalse();
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void what_was_thrown_away_is_audited_and_ended() {
        stage.agent.when("look one", (assignment, listener, asker) -> stage.agent.untilCancelled(assignment));
        foresee("look one");
        until(() -> stage.agent.ran.size() == 1);
        foresee("look two");
        until(() -> audit("ran_ahead_dropped").size() == 1);
        String begun = audit("ran_ahead").getFirst().entry().facts().get("run_id");
        assertThat(audit("ran_ahead_dropped").getFirst().entry().facts())
                .containsEntry("run_id", begun)
                .containsEntry("why", "other words came");
        until(() -> stage.agent.ran.contains("look two"));
    }

    @Test
    void a_result_nobody_asked_for_in_time_is_dropped() {
        foresee("look here");
        until(() -> audit("ran_ahead_dropped").size() == 1);
        say("look here");
        assertThat(stage.agent.ran).containsExactly("look here", "look here");
    }

    @Test
    void the_same_words_again_do_not_run_again() {
        foresee("look here");
        until(() -> stage.agent.ran.size() == 1);
        assertThat(foresee("look here").ranAhead()).isTrue();
        assertThat(foresee("look here").ranAhead()).isTrue();
        say("look here");
        foresee("look here");
        assertThat(stage.agent.ran).containsExactly("look here");
    }

    @Test
    void one_that_did_not_end_by_itself_is_run_as_if_nothing_had_been() {
        stage.agent.when(
                "look long",
                (assignment, listener, asker) -> assignment.timeout().compareTo(Duration.ofSeconds(3)) <= 0
                        ? new Outcome.TimedOut(Outcome.Output.NONE, Duration.ofSeconds(3))
                        : ScriptedAgent.exited(0, "late"));
        foresee("look long");
        Execution done = say("look long");
        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("look long", "look long");
        until(() -> audit("ran_ahead_dropped").size() == 1);
    }

    @Test
    void of_several_commands_each_finds_its_own_and_none_runs_after_one_that_failed() {
        stage.agent.when("look bad", (assignment, listener, asker) -> ScriptedAgent.exited(1, "bad"));
        foresee("look good and then look bad and then look never");
        until(() -> stage.agent.ran.size() == 2);
        Execution done = say("look good and then look bad and then look never");
        assertThat(done.state()).isEqualTo(ExecutionState.FAILED);
        assertThat(stage.agent.ran).containsExactly("look good", "look bad");
        assertThat(audit("ran_ahead_used")).hasSize(2);
    }

    @Test
    void the_first_words_of_a_conversation_find_what_was_run_for_them_too() {
        stage.executions.foresee(Stage.request(Optional.empty(), "look here"), true);
        until(() -> stage.agent.ran.size() == 1);
        stage.say("look here");
        assertThat(stage.agent.ran).containsExactly("look here");
    }

    @Test
    void another_conversation_does_not_get_it() {
        foresee("look here");
        until(() -> stage.agent.ran.size() == 1);
        stage.say("look here");
        assertThat(stage.agent.ran).containsExactly("look here", "look here");
    }

    @Test
    void a_restart_finds_nothing_of_it() {
        stage.agent.when("look one", (assignment, listener, asker) -> stage.agent.untilCancelled(assignment));
        foresee("look one");
        until(() -> stage.agent.ran.size() == 1);
        assertThat(stage.executions.runsInFlight()).isEmpty();
        stage.restart();
        assertThat(stage.agent.adopted).isEmpty();
        assertThat(stage.executions.latest(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void nothing_is_kept_of_words_that_were_only_foreseen() {
        foresee("change here");
        foresee("blah");
        assertThat(foresee("what? which").completeness()).isEqualTo(Completeness.OPEN);
        assertThat(stage.executions.latest(Optional.empty(), 10)).hasSize(1);
        assertThat(stage.turns(session)).hasSize(2);
    }

    private Foresight foresee(String words) {
        return stage.executions.foresee(Stage.request(Optional.of(session), words), true);
    }

    private Execution say(String words) {
        return stage.say(Optional.of(session), words);
    }

    private String output(Execution execution) {
        StringBuilder text = new StringBuilder();
        for (var numbered : stage.database.events().after(0, Optional.of(session), 1_000)) {
            if (numbered.event() instanceof Event.Output output
                    && output.executionId().equals(execution.id())) {
                text.append(output.text());
            }
        }
        return text.toString();
    }

    private List<AuditRecord> audit(String kind) {
        return stage.database.auditTrail().from(1, 1_000).stream()
                .filter(record -> record.entry().kind().equals(kind))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
