package dev.readback.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.question.QuestionKind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** "Change it to …" at a question makes another plan of the request, which is asked about anew. */
@Timeout(30)
class ChangeTest {

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
    void a_changed_command_is_asked_about_anew_and_the_old_one_never_runs() {
        Execution asked = stage.say("change one");

        Execution changed = stage.answer(asked, "change it to change two");

        assertThat(changed.id()).isEqualTo(asked.id());
        assertThat(changed.question().orElseThrow().id())
                .isNotEqualTo(asked.question().orElseThrow().id());
        assertThat(changed.question().orElseThrow().context()).isEqualTo("change two");
        stage.answer(changed, "yes");
        assertThat(stage.agent.ran).containsExactly("change two");
    }

    @Test
    void change_alone_asks_to_what() {
        Execution asked = stage.say("change one");

        Execution open = stage.answer(asked, "change it");

        assertThat(open.question().orElseThrow().kind()).isEqualTo(QuestionKind.CLARIFY);
        Execution changed = stage.answer(open, "change two");
        assertThat(changed.question().orElseThrow().context()).isEqualTo("change two");
    }

    @Test
    void what_only_looks_runs_at_once_after_a_change() {
        Execution asked = stage.say("change one");

        Execution done = stage.answer(asked, "no, I meant look two");

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("look two");
    }

    @Test
    void a_change_said_as_a_request_counts_too() {
        Execution asked = stage.say("change one");
        stage.executions.shown(asked.question().orElseThrow().id());

        Execution changed = stage.say(Optional.of(asked.sessionId()), "change it to change two");

        assertThat(changed.id()).isEqualTo(asked.id());
        assertThat(changed.question().orElseThrow().context()).isEqualTo("change two");
    }

    @Test
    void a_yes_to_the_old_question_does_not_meet_the_new_one() {
        Execution asked = stage.say("change one");
        Execution changed = stage.answer(asked, "change it to change two");
        stage.executions.shown(changed.question().orElseThrow().id());

        assertThatThrownBy(() -> stage.answer(asked, "yes")).isInstanceOf(Rejection.class);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void what_has_been_begun_cannot_be_changed_any_more() {
        Execution asked = stage.say("look one and then change two");

        Execution still = stage.answer(asked, "change it to change three");

        assertThat(still.question())
                .isEqualTo(stage.executions.find(asked.id()).orElseThrow().question());
        assertThat(stage.turns(asked.sessionId()).getLast()).contains("done already");
    }

    @Test
    void a_change_that_comes_to_the_same_says_so() {
        Execution asked = stage.say("change one");

        stage.answer(asked, "change it to change one");

        assertThat(stage.turns(asked.sessionId())).anyMatch(turn -> turn.contains("could not make that change"));
    }

    @Test
    void a_change_survives_a_restart() {
        Execution asked = stage.say("change one");
        Execution changed = stage.answer(asked, "change it to change two");

        stage.restart();

        Execution after = stage.executions.find(changed.id()).orElseThrow();
        assertThat(after.question().orElseThrow().context()).isEqualTo("change two");
        stage.answer(after, "yes");
        assertThat(stage.agent.ran).containsExactly("change two");
    }
}
