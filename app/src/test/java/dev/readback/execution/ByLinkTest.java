package dev.readback.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.audit.AuditRecord;
import dev.readback.conversation.Source;
import dev.readback.failure.Failure;
import dev.readback.question.QuestionKind;
import dev.readback.question.Utterance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the link of a notification can do, and what it cannot. */
@Timeout(30)
class ByLinkTest {

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
    void a_yes_by_the_link_runs_what_was_asked_and_the_trail_tells_how_it_came() {
        Execution asking = stage.say("change one");

        Execution after = taken(answer(asking, "yes"));

        assertThat(after.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("change one");
        assertThat(audited("answered").entry().facts()).containsEntry("by_link", "true");
    }

    @Test
    void an_answer_of_somebody_who_is_logged_in_is_not_taken_for_one_by_link() {
        stage.answer(stage.say("change one"), "yes");

        assertThat(audited("answered").entry().facts()).doesNotContainKey("by_link");
    }

    @Test
    void what_cannot_be_undone_is_not_approved_by_link_but_can_be_refused() {
        Execution asking = stage.say("erase one");
        assertThat(asking.question().orElseThrow().kind()).isEqualTo(QuestionKind.REPEAT);
        assertThat(ByLink.needsSignIn(asking)).isTrue();

        assertThat(unsettled(
                        answer(asking, asking.question().orElseThrow().object().orElseThrow())))
                .contains("sign in on this device");
        assertThat(stage.agent.ran).isEmpty();
        assertThat(audited("answer_unclear").entry().facts()).containsEntry("by_link", "true");

        assertThat(taken(answer(asking, "no")).state()).isEqualTo(ExecutionState.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"change sudo -n systemctl restart nginx", "change sh -c 'sudo reboot'", "change pkexec ls"})
    void raised_rights_are_not_approved_by_link_but_can_be_refused(String line) {
        Execution asking = stage.say(line);
        assertThat(ByLink.needsSignIn(asking)).isTrue();

        assertThat(unsettled(answer(asking, "yes"))).contains("sign in on this device");
        assertThat(stage.agent.ran).isEmpty();

        assertThat(taken(answer(asking, "no")).state()).isEqualTo(ExecutionState.CANCELLED);
    }

    @Test
    void a_file_that_is_called_like_a_program_that_raises_rights_needs_no_login() {
        assertThat(ByLink.needsSignIn(stage.say("change /etc/sudo.conf"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes, and don't ask again for ten minutes",
                "change it to change two",
                "look two",
                "look two instead",
                "and look two"
            })
    void nothing_but_the_answer_to_this_one_question_is_taken(String words) {
        Execution asking = stage.say("change one");

        unsettled(answer(asking, words));

        assertThat(stage.agent.ran).isEmpty();
        assertThat(stage.database.executions().grants(Instant.EPOCH)).isEmpty();
    }

    @Test
    void a_question_for_words_takes_its_choices_and_no_new_request() {
        Execution asking = stage.say("what? is it");

        assertThat(unsettled(answer(asking, "look three"))).isEqualTo(Rejection.ONLY_THE_ANSWER);
        assertThat(stage.agent.ran).isEmpty();
        answer(asking, "look one");
        assertThat(stage.executions.await(asking.id(), Duration.ofSeconds(5)).transcript())
                .contains("look one");
    }

    @Test
    void another_question_is_out_of_reach_also_that_of_the_same_execution() {
        Execution first = stage.say("change one and then change two");
        Executions mine = mine(first);
        Execution second = taken(answer(first, "yes"));
        UUID next = second.question().orElseThrow().id();

        refused(() -> mine.answer(first.sessionId(), Optional.of(next), stage.utterance("yes"), Source.TEXT));
        refused(() -> mine.answer(first.sessionId(), Optional.empty(), stage.utterance("yes"), Source.TEXT));
        mine.shown(next);
        assertThat(stage.executions
                        .find(first.id())
                        .orElseThrow()
                        .question()
                        .orElseThrow()
                        .shownAt())
                .as("seen by link, so that a late yes would count")
                .isEmpty();
    }

    @Test
    void nothing_is_begun_stopped_or_seen_besides() {
        Execution asking = stage.say("change one");
        Execution other = stage.say("look two");
        Executions mine = mine(asking);

        refused(() -> mine.start(Stage.request(Optional.of(asking.sessionId()), "look three")));
        refused(() -> mine.dryRun(Stage.request(Optional.empty(), "look three")));
        refused(() -> mine.cancel(asking.id()));
        refused(() -> mine.revoke(UUID.randomUUID(), Source.TEXT));
        assertThat(mine.find(other.id())).isEmpty();
        assertThat(mine.latest(Optional.empty(), 10)).extracting(Execution::id).containsExactly(asking.id());
        assertThatThrownBy(() -> mine.currentIn(other.sessionId())).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> mine.await(other.id(), Duration.ZERO)).isInstanceOf(Rejection.class);
    }

    @Test
    void the_link_answers_after_a_restart_and_only_once() {
        Execution asking = stage.say("change one");
        stage.restart();

        taken(answer(asking, "yes"));
        assertThat(answer(asking, "yes")).isInstanceOf(AnswerOutcome.Repeated.class);
        assertThatThrownBy(() -> answer(asking, "no")).isInstanceOf(Rejection.class);
        assertThat(stage.agent.ran).containsExactly("change one");
    }

    @Test
    void only_the_events_of_the_one_execution_are_told_however_many_others_there_are() {
        ListedEvents all = new ListedEvents();
        UUID session = UUID.randomUUID();
        UUID mine = UUID.randomUUID();
        for (int i = 0; i < 1_300; i++) {
            all.add(new Event.Output(session, i % 600 == 0 ? mine : UUID.randomUUID(), 0, "line " + i));
        }

        EventLog one = new EventsOfOne(all, mine);

        assertThat(one.after(0, Optional.of(session), 500)).hasSize(3);
        assertThat(one.after(1, Optional.of(session), 1)).hasSize(1);
        List<EventLog.Numbered> live = new java.util.ArrayList<>();
        try (EventLog.Subscription following = one.subscribe(live::add)) {
            assertThat(following).isNotNull();
            all.add(new Event.Progress(session, UUID.randomUUID(), 0, "another's"));
            all.add(new Event.Progress(session, mine, 0, "mine"));
        }
        assertThat(live).hasSize(1);
    }

    private Executions mine(Execution asking) {
        return new OnlyAnswering(
                stage.executions,
                new OnlyAnswering.Scope(
                        asking.sessionId(),
                        asking.id(),
                        Optional.of(asking.question().orElseThrow().id())));
    }

    private AnswerOutcome answer(Execution asking, String words) {
        Executions mine = mine(asking);
        UUID question = asking.question().orElseThrow().id();
        mine.shown(question);
        Utterance utterance = stage.utterance(words);
        return mine.answer(asking.sessionId(), Optional.of(question), utterance, Source.TEXT);
    }

    private Execution taken(AnswerOutcome outcome) {
        assertThat(outcome).isInstanceOf(AnswerOutcome.Taken.class);
        return stage.executions.await(outcome.execution().id(), Duration.ofSeconds(5));
    }

    private static String unsettled(AnswerOutcome outcome) {
        assertThat(outcome).isInstanceOf(AnswerOutcome.StillWaiting.class);
        return outcome instanceof AnswerOutcome.StillWaiting waiting ? waiting.why() : "";
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("guest_may_not"));
    }

    private AuditRecord audited(String kind) {
        return stage.database.auditTrail().latest(50).stream()
                .filter(record -> record.entry().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
