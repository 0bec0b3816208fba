package dev.readback.execution;

import static dev.readback.execution.ScriptedAgent.exited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.agent.Asker;
import dev.readback.conversation.Source;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.plan.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A yes counts for the one question it was said to, and for nothing else. */
@Timeout(30)
class ConsentMeetsItsQuestionTest {

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
    void a_yes_said_as_a_request_and_sent_again_does_not_meet_the_next_question() {
        Execution both = shown(stage.say("change one and then change two"));
        Request yes = keyed(both.sessionId(), "yes", "key-1", "digest");
        Execution second =
                shown(stage.executions.await(stage.executions.start(yes).id(), Duration.ofSeconds(5)));

        Execution again = stage.executions.start(yes);

        assertThat(again.id()).isEqualTo(both.id());
        assertThat(again.question())
                .isEqualTo(stage.executions.find(second.id()).orElseThrow().question());
        assertThat(stage.agent.ran).containsExactly("change one");
    }

    @Test
    void an_answer_without_a_question_id_that_is_sent_again_does_not_meet_the_next_question() {
        Execution both = shown(stage.say("change one and then change two"));
        Optional<Execution.RequestKey> key = Optional.of(new Execution.RequestKey("key-2", "digest"));
        stage.executions.answer(both.sessionId(), Optional.empty(), stage.utterance("yes"), Source.HTTP, key);
        shown(stage.executions.await(both.id(), Duration.ofSeconds(5)));

        AnswerOutcome again =
                stage.executions.answer(both.sessionId(), Optional.empty(), stage.utterance("yes"), Source.HTTP, key);

        assertThat(again).isInstanceOf(AnswerOutcome.Repeated.class);
        assertThat(stage.agent.ran).containsExactly("change one");
    }

    @Test
    void the_key_of_a_yes_said_as_a_request_cannot_come_with_other_words() {
        Execution both = shown(stage.say("change one and then change two"));
        stage.executions.start(keyed(both.sessionId(), "yes", "key-1", "digest"));

        assertThatThrownBy(() -> stage.executions.start(keyed(both.sessionId(), "look around", "key-1", "another")))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void a_yes_said_as_a_request_is_for_the_question_asked_last() {
        Execution change = shown(stage.say("change it"));
        stage.pass(Duration.ofSeconds(1));
        shown(stage.say(Optional.of(change.sessionId()), "what?"));

        stage.say(Optional.of(change.sessionId()), "yes");

        assertThat(stage.executions.find(change.id()).orElseThrow().state())
                .isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void an_answer_that_names_no_question_is_for_the_one_asked_last() {
        Execution change = shown(stage.say("change it"));
        stage.pass(Duration.ofSeconds(1));
        Execution unclear = shown(stage.say(Optional.of(change.sessionId()), "what?"));

        AnswerOutcome outcome =
                stage.executions.answer(change.sessionId(), Optional.empty(), stage.utterance("yes"), Source.TEXT);

        assertThat(outcome.execution().id()).isEqualTo(unclear.id());
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void what_an_agent_asks_is_refused_once_the_person_has_stopped_it() {
        CountDownLatch ended = new CountDownLatch(1);
        stage.agent.when("look deep", (assignment, listener, asker) -> {
            Asker.Reply reply =
                    asker.ask(new Asker.Ask("may", new Asker.Kind.Approval(), "Delete the rest?", "tidying up"));
            ended.countDown();
            return exited(0, reply.toString());
        });
        Execution asking = shown(stage.say("look deep"));
        UUID question = asking.question().orElseThrow().id();

        Execution stopped = stage.executions.cancel(asking.id());

        assertThat(stopped.question()).isEmpty();
        assertThatThrownBy(() -> stage.executions.answer(
                        asking.sessionId(), Optional.of(question), stage.utterance("yes"), Source.TEXT))
                .isInstanceOf(Rejection.class);
        Execution done = settled(asking);
        assertThat(ended.getCount()).isZero();
        assertThat(done.steps().getFirst().result().orElseThrow().output()).contains("Refused");
    }

    @Test
    void dont_ask_again_said_to_an_agent_grants_nothing_to_the_command_it_runs_in() {
        stage.agent.when(
                "look deep",
                (assignment, listener, asker) -> exited(
                        0,
                        asker.ask(new Asker.Ask("may", new Asker.Kind.Approval(), "Delete the rest?", "tidying up"))
                                .toString()));

        stage.answer(stage.say("look deep"), "yes, and don't ask again for ten minutes");

        assertThat(stage.database.executions().grants(stage.utterance("").begunAt()))
                .isEmpty();
    }

    private Execution shown(Execution asking) {
        stage.executions.shown(asking.question().orElseThrow().id());
        return asking;
    }

    private Execution settled(Execution execution) {
        Execution now = stage.executions.find(execution.id()).orElseThrow();
        while (!now.state().settled()) {
            Thread.onSpinWait();
            now = stage.executions.find(execution.id()).orElseThrow();
        }
        return now;
    }

    private static Request keyed(UUID session, String words, String key, String digest) {
        return new Request(
                Optional.of(session),
                List.of(words),
                Source.HTTP,
                Command.LOCAL,
                Optional.of(new RequestKey(key, digest)));
    }
}
