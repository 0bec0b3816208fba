package dev.readback.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Source;
import dev.readback.notify.Delivery;
import dev.readback.notify.Incoming;
import dev.readback.notify.Message;
import dev.readback.notify.Outbox;
import dev.readback.notify.Replies;
import dev.readback.notify.ScriptedChannel;
import dev.readback.question.Consent;
import dev.readback.question.Question;
import dev.readback.question.Reading;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said to a question by a message, over real executions and a real outbox. */
@Timeout(30)
class AnsweredInAChannelTest {

    private static final String PHONE = "+1 555 555 0123";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final ScriptedChannel channel = new ScriptedChannel("whatsapp");
    private Stage stage;
    private Replies replies;
    private int messages;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
        replies = replies();
    }

    private Replies replies() {
        return new Replies(
                PHONE,
                stage.database.outbox(),
                stage.executions,
                notice -> URI.create("https://readback.example.org/?session=" + notice.sessionId()),
                name -> Optional.of(channel),
                () -> NOW);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** Asks, and has the question told in the channel under a name. */
    private Execution told(String words, String ref) {
        Execution asked = stage.say(words);
        stage.executions.shown(asked.question().orElseThrow().id());
        Outbox outbox = stage.database.outbox();
        outbox.send(outbox.undecided(), List.of("whatsapp"), NOW);
        Delivery delivery = outbox.waiting().getFirst();
        outbox.delivered(delivery, Optional.of(ref), NOW);
        return asked;
    }

    private void write(String from, String text, Optional<String> replyTo) {
        replies.received(new Incoming("whatsapp", from, text, replyTo, "wamid.in" + messages++));
    }

    private void reply(String text) {
        write("15555550123", text, Optional.of("ours"));
    }

    private Execution now(Execution execution) {
        return stage.executions.find(execution.id()).orElseThrow();
    }

    private String said() {
        return channel.messages.getLast().whole();
    }

    @Test
    void a_no_counts_and_what_came_of_it_is_said() {
        Execution asked = told("change one", "ours");
        reply("no, leave it");
        assertThat(now(asked).state()).isEqualTo(ExecutionState.CANCELLED);
        assertThat(now(asked).answers().getFirst().source()).isEqualTo(Source.WHATSAPP);
        assertThat(said()).isEqualTo("All right, I left it alone.");
        assertThat(stage.agent.ran).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "Yes, do it", "yes, and don't ask again for an hour", "change it to look two", "ok 👍"})
    void a_yes_or_a_change_to_a_confirmation_needs_the_link(String words) {
        Execution asked = told("change one", "ours");
        reply(words);
        assertThat(now(asked).state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(stage.agent.ran).isEmpty();
        assertThat(said()).contains("A yes needs the link: https://readback.example.org/?session=" + asked.sessionId());
    }

    @Test
    void the_name_to_be_repeated_counts_as_little() {
        Execution asked = told("erase one", "ours");
        reply(asked.question().orElseThrow().object().orElseThrow());
        reply("yes");
        assertThat(now(asked).state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void a_clarifying_question_is_answered_by_any_words() {
        Execution asked = told("what? thing", "ours");
        reply("look two");
        Execution done = stage.executions.await(asked.id(), java.time.Duration.ofSeconds(5));
        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
        assertThat(stage.agent.ran).containsExactly("look two");
        assertThat(said()).contains("look two EXITED");
    }

    @Test
    void a_clarified_request_that_would_change_something_asks_and_a_yes_by_message_does_not_do() {
        Execution asked = told("what? thing", "ours");
        reply("change one");
        Execution asks = stage.executions.await(asked.id(), java.time.Duration.ofSeconds(5));
        assertThat(asks.question()).isPresent();
        assertThat(said()).contains("Run change one?");
        assertThat(stage.agent.ran).isEmpty();
    }

    @Test
    void a_stranger_is_ignored_and_counted() {
        Execution asked = told("change one", "ours");
        write("15555550124", "no", Optional.of("ours"));
        write("", "no", Optional.of("ours"));
        assertThat(now(asked).state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(channel.messages).isEmpty();
        assertThat(replies.ignored()).isEqualTo(2);
    }

    @Test
    void what_replies_to_no_message_of_ours_answers_nothing() {
        Execution asked = told("change one", "ours");
        write("15555550123", "no", Optional.empty());
        write("15555550123", "no", Optional.of("somebody else's"));
        assertThat(now(asked).state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(said()).contains("Reply to the very message that asks");
    }

    @Test
    void a_late_no_cannot_meet_the_next_question() {
        Execution first = told("change one", "ours");
        stage.answer(first, "no");
        Execution second = stage.say(Optional.of(first.sessionId()), "change two");
        reply("no");
        assertThat(now(second).state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(said()).isEqualTo("All right, I left it alone.");
    }

    @Test
    void the_same_message_again_does_nothing_also_after_a_restart() {
        Execution asked = told("change one", "ours");
        Incoming no = new Incoming("whatsapp", PHONE, "no", Optional.of("ours"), "wamid.once");
        replies.received(no);
        replies.received(no);
        stage.restart();
        replies = replies();
        replies.received(no);
        assertThat(channel.messages).hasSize(1);
        assertThat(now(asked).answers()).hasSize(1);
    }

    @Test
    void after_somebody_answered_elsewhere_that_is_said() {
        Execution asked = told("change one", "ours");
        stage.answer(asked, "yes");
        reply("no");
        assertThat(said()).contains("already been answered");
    }

    @Test
    void several_questions_in_one_message_are_answered_on_the_page() {
        stage.say("change one");
        stage.say("change two");
        Outbox outbox = stage.database.outbox();
        outbox.send(outbox.undecided(), List.of("whatsapp"), NOW);
        outbox.delivered(outbox.waiting().getFirst(), Optional.of("ours"), NOW);
        reply("no");
        assertThat(stage.database.executions().unsettled()).hasSize(2);
        assertThat(said()).contains("several questions").contains("https://readback.example.org");
    }

    @Test
    void what_is_answered_quotes_what_was_written() {
        told("change one", "ours");
        reply("yes");
        assertThat(channel.messages.getLast()).extracting(Message::inReplyTo).isEqualTo(Optional.of("wamid.in0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"change one", "erase one"})
    void the_grammar_of_consent_itself_takes_no_yes_from_a_channel(String words) {
        Execution asked = told(words, "ours");
        Question question = now(asked).question().orElseThrow();
        List<String> yeses =
                List.of("yes", "yes please do it", question.object().orElse("go ahead"));
        assertThat(yeses)
                .allSatisfy(yes -> assertThat(Consent.read(question, new Utterance(yes, NOW, Authority.CHANNEL, false)))
                        .isInstanceOf(Reading.Unclear.class));
        assertThat(Consent.read(question, new Utterance("no", NOW, Authority.CHANNEL, false)))
                .isInstanceOf(Reading.No.class);
    }
}
