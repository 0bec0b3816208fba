package dev.readback.execution;

import static dev.readback.execution.ScriptedAgent.exited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.agent.Asker;
import dev.readback.conversation.Role;
import dev.readback.conversation.Source;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.plan.Command;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DurableExecutionsTest {

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void what_only_looks_runs_at_once_and_is_answered() {
        stage.agent.when("look around", (assignment, listener, asker) -> exited(0, "all fine\n"));

        Execution done = stage.say("look around");

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(done.steps().getFirst().result().orElseThrow().output()).isEqualTo("all fine\n");
        assertThat(stage.turns(done.sessionId()))
                .containsExactly("user: look around", "assistant: look around EXITED 0.");
    }

    @Test
    void what_only_is_to_be_kept_begins_a_session_and_nothing_else() {
        UUID session = stage.executions.note(
                Optional.empty(),
                "lovely hunter2",
                List.of(
                        new Noted(Role.USER, "my password is hunter2, lovely day", Source.VOICE),
                        new Noted(Role.ASSISTANT, "change it", Source.PERSONAPLEX)));

        assertThat(stage.turns(session))
                .containsExactly("user: my password is •••, lovely day", "assistant: change it");
        assertThat(stage.executions.currentIn(session)).isEmpty();
        assertThat(stage.agent.ran).isEmpty();
        assertThat(stage.database.sessions().find(session).orElseThrow().title())
                .isEqualTo("lovely •••");
        assertThatThrownBy(() -> stage.executions.note(Optional.of(UUID.randomUUID()), "", List.of()))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void what_changes_something_waits_for_a_yes_and_then_runs_once() {
        Execution asking = stage.say("change it");
        assertThat(asking.state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(stage.agent.ran).isEmpty();

        Execution done = stage.answer(asking, "yes");

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("change it");
        while (stage.diary.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(stage.diary).containsExactly("`change it`: done");
    }

    @Test
    void a_no_runs_nothing() {
        Execution refused = stage.answer(stage.say("change it"), "okay, wait, don't run that");

        assertThat(refused.state()).isEqualTo(ExecutionState.CANCELLED);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void what_is_neither_yes_nor_no_leaves_it_waiting() {
        Execution asking = stage.say("change it");

        Execution still = stage.answer(asking, "sure, but what does it do?");

        assertThat(still.state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void a_yes_to_a_question_that_was_never_shown_counts_for_nothing() {
        Execution asking = stage.say("change it");

        AnswerOutcome outcome = stage.executions.answer(
                asking.sessionId(), asking.question().map(q -> q.id()), stage.utterance("yes"), Source.TEXT);

        assertThat(outcome).isInstanceOf(AnswerOutcome.StillWaiting.class);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void a_yes_from_a_channel_approves_nothing_but_its_no_counts() {
        Execution asking = stage.say("change it");
        UUID question = asking.question().orElseThrow().id();
        stage.executions.shown(question);
        Utterance yes = new Utterance("yes", stage.utterance("").begunAt(), Authority.CHANNEL, false);
        Utterance no = new Utterance("no", stage.utterance("").begunAt(), Authority.CHANNEL, false);

        assertThat(stage.executions.answer(asking.sessionId(), Optional.of(question), yes, Source.WHATSAPP))
                .isInstanceOf(AnswerOutcome.StillWaiting.class);
        AnswerOutcome refused = stage.executions.answer(asking.sessionId(), Optional.of(question), no, Source.WHATSAPP);

        assertThat(refused.execution().state()).isEqualTo(ExecutionState.CANCELLED);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void a_late_yes_does_not_meet_the_next_question() {
        Execution both = stage.say("change one and then change two");
        UUID first = both.question().orElseThrow().id();
        Execution second = stage.answer(both, "yes");
        assertThat(second.question().orElseThrow().id()).isNotEqualTo(first);
        stage.executions.shown(second.question().orElseThrow().id());

        AnswerOutcome late =
                stage.executions.answer(both.sessionId(), Optional.of(first), stage.utterance("yes"), Source.TEXT);

        assertThat(late).isInstanceOf(AnswerOutcome.Repeated.class);
        assertThat(stage.agent.ran).containsExactly("change one");
    }

    @Test
    void an_irreversible_command_takes_the_objects_name_and_not_a_bare_yes() {
        Execution asking = stage.say("erase old.log");

        assertThat(stage.answer(asking, "yes").state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(stage.answer(asking, "old dot log").state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("erase old.log");
    }

    @Test
    void what_the_gate_denies_is_said_and_never_runs() {
        Execution rejected = stage.say("ruin everything");

        assertThat(rejected.state()).isEqualTo(ExecutionState.REJECTED);
        assertThat(rejected.say()).contains("Won't run ruin everything.");
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void a_program_that_is_missing_is_said_without_asking_first() {
        Execution failed = stage.say("missing program");

        assertThat(failed.state()).isEqualTo(ExecutionState.FAILED);
        assertThat(failed.error()).contains("not started: missing: command not found");
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void the_same_answer_twice_runs_once_and_is_harmless() {
        Execution asking = stage.say("change it");
        stage.answer(asking, "yes");

        AnswerOutcome again = stage.executions.answer(
                asking.sessionId(), asking.question().map(q -> q.id()), stage.utterance("Yes."), Source.TEXT);

        assertThat(again).isInstanceOf(AnswerOutcome.Repeated.class);
        assertThat(stage.agent.ran).containsExactly("change it");
    }

    @Test
    void another_answer_to_an_answered_question_is_refused() {
        Execution asking = stage.say("change it");
        stage.answer(asking, "yes");

        assertThatThrownBy(() -> stage.executions.answer(
                        asking.sessionId(), asking.question().map(q -> q.id()), stage.utterance("no"), Source.TEXT))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("already_answered"));
    }

    @Test
    void of_answers_that_race_the_first_counts_and_the_command_runs_once() throws Exception {
        Execution asking = stage.say("change it");
        UUID question = asking.question().orElseThrow().id();
        stage.executions.shown(question);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> racers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                racers.add(threads.submit(() -> {
                    go.await();
                    return stage.executions.answer(
                            asking.sessionId(), Optional.of(question), stage.utterance("yes"), Source.TEXT);
                }));
            }
            go.countDown();
        }

        for (Future<?> racer : racers) {
            assertThat(racer.get()).isInstanceOf(AnswerOutcome.class);
        }
        stage.executions.await(asking.id(), Duration.ofSeconds(5));
        assertThat(stage.agent.ran).containsExactly("change it");
    }

    @Test
    void a_question_expires_when_its_time_is_over() {
        Execution asking = stage.say("change it");

        stage.pass(Duration.ofHours(1));

        assertThat(stage.executions.find(asking.id()).orElseThrow().state()).isEqualTo(ExecutionState.EXPIRED);
        assertThatThrownBy(() -> stage.answer(asking, "yes")).isInstanceOf(Rejection.class);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void a_question_goes_on_waiting_over_a_restart_and_its_answer_counts_once() {
        Execution asking = stage.say("change it");

        stage.restart();
        Execution done = stage.answer(asking, "yes");

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("change it");
    }

    @Test
    void a_command_in_flight_is_adopted_after_a_restart_and_never_run_again() {
        CountDownLatch never = new CountDownLatch(1);
        stage.agent.when("look long", (assignment, listener, asker) -> {
            await(never);
            return exited(0, "");
        });
        Execution running = stage.executions.start(Stage.request(Optional.empty(), "look long"));
        awaitRan("look long");
        stage.executions.close();
        stage.agent.when("look long", (assignment, listener, asker) -> exited(0, "done meanwhile"));

        stage.restart();
        Execution done = stage.executions.await(running.id(), Duration.ofSeconds(5));

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("look long");
        assertThat(stage.agent.adopted).hasSize(1);
    }

    @Test
    void cancelling_a_running_command_ends_it_and_says_so() {
        stage.agent.when("look forever", (assignment, listener, asker) -> stage.agent.untilCancelled(assignment));
        Execution running = stage.executions.start(Stage.request(Optional.empty(), "look forever"));
        awaitRan("look forever");

        stage.executions.cancel(running.id());
        Execution cancelled = stage.executions.await(running.id(), Duration.ofSeconds(5));

        assertThat(cancelled.state()).isEqualTo(ExecutionState.CANCELLED);
    }

    @Test
    void saying_cancel_stops_what_is_under_way_in_the_session() {
        Execution asking = stage.say("change it");

        stage.say(Optional.of(asking.sessionId()), "cancel");

        assertThat(settled(asking).state()).isEqualTo(ExecutionState.CANCELLED);
    }

    @Test
    void a_new_request_waits_behind_an_open_question_unless_it_only_looks() {
        Execution asking = stage.say("change one");
        Optional<UUID> session = Optional.of(asking.sessionId());

        Execution looked = stage.say(session, "look around");
        Execution queued = stage.say(session, "change two");

        assertThat(looked.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(queued.state()).isEqualTo(ExecutionState.PENDING);
        assertThat(stage.executions.say(queued)).contains("after");

        stage.answer(asking, "yes");
        Execution second = stage.executions.await(queued.id(), Duration.ofSeconds(5));
        assertThat(second.state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
    }

    @Test
    void unclear_words_are_asked_about_and_the_answer_is_interpreted() {
        Execution asking = stage.say("what?");
        assertThat(asking.question().orElseThrow().choices()).contains("look one");

        Execution done = stage.answer(asking, "look one");

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("look one");
    }

    @Test
    void the_same_idempotency_key_is_the_same_execution() {
        Request request = new Request(
                Optional.empty(),
                List.of("look around"),
                Source.HTTP,
                Command.LOCAL,
                Optional.of(new RequestKey("key-1", "digest")));

        Execution first = stage.executions.start(request);
        Execution second = stage.executions.start(request);

        assertThat(second.id()).isEqualTo(first.id());
        stage.executions.await(first.id(), Duration.ofSeconds(5));
        assertThat(stage.agent.ran).containsExactly("look around");
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        Request request = new Request(
                Optional.empty(),
                List.of("look around"),
                Source.HTTP,
                Command.LOCAL,
                Optional.of(new RequestKey("key-1", "digest")));
        stage.executions.start(request);
        Request other = new Request(
                Optional.empty(),
                List.of("change it"),
                Source.HTTP,
                Command.LOCAL,
                Optional.of(new RequestKey("key-1", "another")));

        assertThatThrownBy(() -> stage.executions.start(other)).isInstanceOf(Rejection.class);
    }

    @Test
    void an_agent_may_ask_in_the_middle_of_a_run_and_gets_the_answer_after_a_restart() {
        ScriptedAgent.Part asks = (assignment, listener, asker) -> {
            Asker.Reply reply = asker.ask(
                    new Asker.Ask("which", new Asker.Kind.Words(List.of()), "Which disk?", "making a backup"));
            return exited(0, reply.toString());
        };
        stage.agent.when("look deep", asks);
        Execution asking = stage.say("look deep");
        assertThat(asking.question().orElseThrow().text()).isEqualTo("Which disk?");

        stage.restart();
        Execution done = stage.answer(asking, "the second one");

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(done.steps().getFirst().result().orElseThrow().output()).contains("the second one");
        assertThat(stage.agent.ran).containsExactly("look deep");
    }

    @Test
    void secrets_are_redacted_before_they_are_kept() {
        stage.agent.when("look here", (assignment, listener, asker) -> exited(0, "password is hunter2\n"));

        Execution done = stage.say("look here");

        assertThat(done.steps().getFirst().result().orElseThrow().output()).isEqualTo("password is •••\n");
    }

    @Test
    void a_dry_run_keeps_asks_and_runs_nothing() {
        Execution dry = stage.executions.dryRun(Stage.request(Optional.empty(), "change it"));

        assertThat(dry.say()).contains("I would ask first: Run change it?");
        assertThat(stage.executions.find(dry.id())).isEmpty();
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void yes_and_dont_ask_again_keeps_a_grant_for_exactly_that_line() {
        stage.answer(stage.say("change it"), "yes, and don't ask again for ten minutes");

        assertThat(stage.database.executions().grants(stage.utterance("").begunAt()))
                .singleElement()
                .satisfies(grant -> assertThat(grant.line()).isEqualTo("change it"));
    }

    private Execution settled(Execution execution) {
        Execution now = stage.executions.find(execution.id()).orElseThrow();
        while (!now.state().settled()) {
            Thread.onSpinWait();
            now = stage.executions.find(execution.id()).orElseThrow();
        }
        return now;
    }

    private void awaitRan(String line) {
        while (!stage.agent.ran.contains(line)) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Persistence.Interruption();
        }
    }
}
