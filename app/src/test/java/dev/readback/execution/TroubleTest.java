package dev.readback.execution;

import static dev.readback.execution.ScriptedAgent.exited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What breaks inside is said, and holds up nothing else. */
@Timeout(30)
class TroubleTest {

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
    void an_answer_with_signs_that_mean_something_in_a_replacement_is_only_words() {
        Execution asking = stage.say("what? is it");

        Execution done = stage.answer(asking, "look at $HOME \\ $9");

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("look at $HOME \\ $9");
    }

    @Test
    void an_interpreter_that_breaks_fails_the_request_and_says_so() {
        Execution broken = stage.say("break the interpreter");

        assertThat(broken.state()).isEqualTo(ExecutionState.FAILED);
        assertThat(broken.say().orElseThrow()).contains("went wrong inside");
        assertThat(stage.turns(broken.sessionId())).last().asString().contains("went wrong inside");
        Execution next = stage.answer(stage.say(Optional.of(broken.sessionId()), "change it"), "yes");
        assertThat(next.state()).isEqualTo(ExecutionState.COMPLETED);
    }

    @Test
    void a_result_that_cannot_be_put_into_words_is_recorded_all_the_same() {
        Execution done = stage.say("look speechless and then look on");

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(done.say().orElseThrow()).contains("look speechless").contains("look on EXITED 0.");
    }

    @Test
    void a_diary_that_cannot_be_written_does_not_keep_the_rest_from_running() {
        stage.diaryBroken = true;

        Execution both = stage.answer(stage.say("change one and then look two"), "yes");

        assertThat(both.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("change one", "look two");
    }

    @Test
    void a_late_answer_that_finds_its_question_expired_lets_what_waited_behind_it_go_on() {
        Execution asking = stage.say("change it");
        Execution queued = stage.say(Optional.of(asking.sessionId()), "change another");
        assertThat(queued.state()).isEqualTo(ExecutionState.PENDING);
        stage.passUnnoticed(Duration.ofHours(2));

        assertThatThrownBy(() -> stage.answer(asking, "yes")).isInstanceOf(Rejection.class);

        Execution next = stage.executions.await(queued.id(), Duration.ofSeconds(5));
        assertThat(next.state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
    }

    @Test
    void an_alarm_that_rings_early_is_set_again() {
        Execution asking = stage.say("change it");
        stage.ringAll();

        stage.pass(Duration.ofHours(2));

        assertThat(stage.executions.find(asking.id()).orElseThrow().state()).isEqualTo(ExecutionState.EXPIRED);
    }

    @Test
    void nobody_is_remembered_as_waiting_for_what_is_settled() {
        Execution done = stage.say("look around");
        stage.executions.await(done.id(), Duration.ofSeconds(1));

        assertThat(stage.executions.waitedFor()).isZero();
    }

    @Test
    void a_question_is_said_without_its_secrets() {
        Execution asking = stage.say("change password hunter2");

        assertThat(stage.executions.say(asking)).contains("Run change").doesNotContain("hunter2");
    }

    @Test
    void output_is_kept_although_its_runner_failed_to_say_it() {
        stage.agent.when("look speechless", (assignment, listener, asker) -> exited(0, "words\n"));

        Execution done = stage.say("look speechless");

        assertThat(done.steps().getFirst().result().orElseThrow().output()).isEqualTo("words\n");
    }
}
