package dev.readback.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Notice.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What of an execution is put into the outbox, with the change it tells of. */
@Timeout(30)
class NoticesTest {

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

    private List<Notice> notices() {
        return stage.database.outbox().undecided();
    }

    @Test
    void a_question_is_a_notice_that_names_it() {
        Execution asked = stage.say("change one");
        assertThat(notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.QUESTION);
            assertThat(notice.sessionId()).isEqualTo(asked.sessionId());
            assertThat(notice.executionId()).isEqualTo(asked.id());
            assertThat(notice.questionId())
                    .contains(asked.question().orElseThrow().id());
            assertThat(notice.text()).isEqualTo(asked.question().orElseThrow().text());
        });
    }

    @Test
    void the_end_is_a_notice_that_says_how_long_it_took_the_question_included() {
        Execution asked = stage.say("change one");
        stage.pass(Duration.ofMinutes(3));
        Execution done = stage.answer(asked, "yes");
        assertThat(notices().getLast()).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.COMPLETED);
            assertThat(notice.questionId()).isEmpty();
            assertThat(notice.lasted()).isEqualTo(Duration.ofMinutes(3));
            assertThat(notice.text()).isEqualTo(done.say().orElseThrow());
        });
    }

    @Test
    void what_is_refused_by_the_gate_and_what_runs_out_of_time_failed() {
        stage.say("ruin it");
        assertThat(notices().getLast().kind()).isEqualTo(Kind.FAILED);
        Execution asked = stage.say("change one");
        stage.pass(ExecutionSettings.DEFAULT.questionTimeout());
        stage.executions.await(asked.id(), Duration.ofSeconds(5));
        assertThat(notices().getLast()).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.FAILED);
            assertThat(notice.text()).contains("Nobody answered in time");
        });
    }

    @Test
    void what_the_person_stopped_or_refused_needs_no_notice_of_its_end() {
        stage.answer(stage.say("change one"), "no");
        stage.executions.cancel(stage.say("change two").id());
        assertThat(notices()).extracting(Notice::kind).containsExactly(Kind.QUESTION, Kind.QUESTION);
    }

    @Test
    void a_secret_in_a_question_does_not_get_out() {
        stage.say("change password hunter2");
        assertThat(notices())
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.text()).doesNotContain("hunter2").contains("•••"));
    }

    @Test
    void a_restart_tells_nothing_twice() {
        stage.say("change one");
        List<Notice> before = notices();
        stage.restart();
        assertThat(notices()).isEqualTo(before);
    }

    @Test
    void an_answered_question_that_leads_to_another_is_two_notices() {
        Execution asked = stage.say("change one and then change two");
        stage.answer(asked, "yes");
        assertThat(notices())
                .extracting(Notice::questionId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
