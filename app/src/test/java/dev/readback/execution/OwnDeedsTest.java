package dev.readback.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.intent.Deed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Readback does itself, after a yes where one is needed. */
@Timeout(30)
class OwnDeedsTest {

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
    void what_can_be_taken_back_by_a_word_is_done_at_once() {
        Execution remembered = stage.say("remember the milk");

        assertThat(remembered.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(remembered.say()).contains("Done.");
        assertThat(stage.deeds.done).containsExactly(new Deed.Remember("remember the milk"));
    }

    @Test
    void teaching_waits_for_a_yes_and_is_done_once() {
        Execution asked = stage.say("teach change everything");

        assertThat(asked.state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(stage.deeds.done).isEmpty();

        Execution taught = stage.answer(asked, "yes");

        assertThat(taught.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.deeds.done).hasSize(1);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void a_no_teaches_nothing() {
        Execution asked = stage.say("teach change everything");

        Execution after = stage.answer(asked, "no");

        assertThat(after.state()).isEqualTo(ExecutionState.CANCELLED);
        assertThat(stage.deeds.done).isEmpty();
    }

    @Test
    void a_yes_never_to_ask_again_for_a_while_teaches_and_grants_nothing() {
        Execution asked = stage.say("teach change everything");

        stage.answer(asked, "yes, and don't ask again for ten minutes");

        assertThat(stage.deeds.done).hasSize(1);
        assertThat(stage.database.executions().grants(Instant.EPOCH)).isEmpty();
    }

    @Test
    void a_grant_that_was_taken_back_lets_nothing_pass_any_more() {
        stage.answer(stage.say("change one"), "yes, and don't ask again for ten minutes");
        var grant = stage.database.executions().grants(Instant.EPOCH).getFirst();

        stage.executions.revoke(grant.id(), dev.readback.conversation.Source.TEXT);

        assertThat(stage.database.executions().grants(Instant.now())).isEmpty();
    }

    @Test
    void a_question_about_the_last_answer_is_answered_from_the_record() {
        Execution first = stage.say("look one");

        Execution again = stage.say(Optional.of(first.sessionId()), "again");

        assertThat(again.say()).isEqualTo(first.say());
        assertThat(stage.agent.ran).containsExactly("look one");
    }
}
