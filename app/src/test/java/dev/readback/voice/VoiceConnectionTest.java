package dev.readback.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.conversation.Source;
import dev.readback.execution.Execution;
import dev.readback.execution.Foresight;
import dev.readback.execution.ListedEvents;
import dev.readback.execution.OnlyAnswering;
import dev.readback.execution.Rejection;
import dev.readback.execution.Request;
import dev.readback.execution.ScriptedExecutions;
import dev.readback.plan.Command;
import dev.readback.voice.Told.Manner;
import dev.readback.voice.Told.Speaker;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A spoken conversation with its threads, over scripted speech and scripted executions. */
class VoiceConnectionTest {

    private static final Foresight WHOLE =
            new Foresight(Foresight.Completeness.WHOLE, Optional.empty(), false, Duration.ZERO, Duration.ZERO, false);

    private final ListedEvents events = new ListedEvents();
    private final ScriptedExecutions executions = new ScriptedExecutions(events);
    private final ScriptedSpeech speech = new ScriptedSpeech(1);
    private final Conversations conversations = new Conversations(new VoiceParts(
            speech,
            Personas.NONE,
            executions,
            events,
            LatencyLog.NONE,
            (codec, rate) -> new WholeFrames(),
            List::of,
            InstantSource.system()));

    @AfterEach
    void end() {
        conversations.close();
    }

    @Test
    void what_is_said_is_done_and_the_answer_is_said_aloud() throws InterruptedException {
        ListedLine line = new ListedLine();
        VoiceSession session = open(Optional.empty(), Optional.empty(), line);
        speech.words.add("How full is the disk?");

        say(session);

        Telling.Say said = line.awaits(Telling.Say.class, say -> say.turn() > 0);
        assertThat(said.text()).contains("percent");
        line.awaits(Telling.SaidAll.class, all -> all.turn() == said.turn());
        assertThat(line.bytes.get()).isEqualTo(said.text().length() * 32);
        assertThat(executions.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.transcript()).containsExactly("How full is the disk?"));
        assertThat(line.only(Telling.Moved.class)).isNotEmpty();
    }

    @Test
    void a_device_that_comes_back_hears_what_it_missed_and_nothing_twice() throws InterruptedException {
        ListedLine first = new ListedLine();
        VoiceSession session = open(Optional.empty(), Optional.empty(), first);
        speech.words.add("How full is the disk?");
        say(session);
        Telling.Say missed = first.awaits(Telling.Say.class, say -> say.turn() > 0);
        UUID id = first.awaits(Telling.Moved.class, moved -> true).sessionId();
        session.close();

        ListedLine second = new ListedLine();
        open(Optional.of(id), Optional.of(missed.turn() - 1), second);
        second.awaits(Telling.Say.class, say -> say.turn() == missed.turn());
        ListedLine third = new ListedLine();
        open(Optional.of(id), Optional.of(missed.turn()), third);
        third.awaits(Telling.Ready.class, ready -> true);
        Thread.sleep(200);

        assertThat(third.only(Telling.Say.class)).isEmpty();
    }

    @Test
    void when_as_many_talk_as_can_be_heard_the_next_is_told_and_heard_once_another_ends() throws InterruptedException {
        ListedLine first = new ListedLine();
        VoiceSession talking = open(Optional.empty(), Optional.empty(), first);
        talking.hear(frame(0));
        Thread.sleep(100);
        first.awaits(Telling.StateIs.class, is -> is.state() == Telling.State.LISTENING);
        ListedLine second = new ListedLine();
        open(Optional.empty(), Optional.empty(), second).hear(frame(0));
        second.awaits(Telling.StateIs.class, is -> is.state() == Telling.State.BUSY);
        second.told.clear();

        talking.close();

        second.awaits(Telling.StateIs.class, is -> is.state() == Telling.State.LISTENING);
    }

    @Test
    void a_voice_that_is_lost_leaves_the_words_to_the_browser() throws InterruptedException {
        speech.speaks = false;
        ListedLine line = new ListedLine();
        VoiceSession session = open(Optional.empty(), Optional.empty(), line);
        speech.words.add("How full is the disk?");

        say(session);

        line.awaits(Telling.Fallback.class, fallback -> fallback.lost().equals("mouth"));
        assertThat(line.awaits(Telling.Say.class, say -> say.turn() > 0).rate()).isZero();
    }

    @Test
    void who_came_by_a_link_is_asked_answers_and_is_told_so_when_saying_anything_else() throws InterruptedException {
        Execution asking = executions.start(request("run one"));
        executions.foresights.put("How full is the disk?", WHOLE);
        ListedLine line = new ListedLine();
        VoiceSession session = openForAnswer(asking, line);
        line.awaits(Telling.Say.class, say -> say.text().contains("Shall I run one"));

        say(session, "How full is the disk?");
        line.awaits(Telling.Say.class, say -> say.text().equals("Here I only take the answer to this question."));
        session.told(new Told.Typed("watch the log"));
        session.told(new Told.Answered(UUID.randomUUID(), "yes"));
        session.told(new Told.Shown(asking.question().orElseThrow().id()));
        session.told(new Told.Answered(asking.question().orElseThrow().id(), "yes"));

        line.awaits(Telling.Moved.class, moved -> moved.state().equals("completed"));
        assertThat(executions.requests).hasSize(1);
    }

    @Test
    void who_came_by_a_link_hears_nothing_of_what_else_goes_on_in_the_session() throws InterruptedException {
        Execution asking = executions.start(request("run one"));
        ListedLine line = new ListedLine();
        openForAnswer(asking, line);
        line.awaits(Telling.Say.class, say -> say.text().contains("Shall I run one"));

        executions.start(new Request(
                Optional.of(asking.sessionId()),
                List.of("how full is the disk"),
                Source.TEXT,
                Command.LOCAL,
                Optional.empty()));
        Thread.sleep(300);

        assertThat(line.only(Telling.Say.class)).noneMatch(say -> say.text().contains("percent"));
        assertThat(line.only(Telling.Moved.class))
                .allMatch(moved -> moved.executionId().equals(asking.id()));
    }

    private static Request request(String words) {
        return new Request(Optional.empty(), List.of(words), Source.TEXT, Command.LOCAL, Optional.empty());
    }

    private VoiceSession openForAnswer(Execution asking, Line line) {
        VoiceSession session = conversations.openForAnswer(
                new OnlyAnswering.Scope(
                        asking.sessionId(), asking.id(), asking.question().map(question -> question.id())),
                line);
        session.told(new Told.Hello(
                Told.Codec.PCM16, 16_000, Optional.empty(), new Manner(Speaker.SERVER, Optional.empty(), 1, true)));
        return session;
    }

    private void say(VoiceSession session, String words) throws InterruptedException {
        speech.words.add(words);
        say(session);
    }

    @Test
    void an_unknown_session_is_refused() {
        assertThatThrownBy(() -> conversations.open(Optional.of(UUID.randomUUID()), new ListedLine()))
                .isInstanceOf(Rejection.class);
    }

    private VoiceSession open(Optional<UUID> id, Optional<Long> heardUpTo, Line line) {
        VoiceSession session = conversations.open(id, line);
        session.told(new Told.Hello(
                Told.Codec.PCM16, 16_000, heardUpTo, new Manner(Speaker.SERVER, Optional.empty(), 1, true)));
        return session;
    }

    private static void say(VoiceSession session) throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            session.hear(frame(i < 18 ? 8_000 : 0));
            Thread.sleep(2);
        }
    }

    private static ByteBuffer frame(int loud) {
        ByteBuffer frame = ByteBuffer.allocate(VoiceActivity.FRAME * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < VoiceActivity.FRAME; i++) {
            frame.putShort((short) loud);
        }
        return frame.flip();
    }

    /** Takes each message for one frame. */
    private static final class WholeFrames implements Microphone {
        @Override
        public void add(ByteBuffer sent, Consumer<float[]> frames) {
            float[] frame = new float[VoiceActivity.FRAME];
            Arrays.fill(frame, sent.order(ByteOrder.LITTLE_ENDIAN).getShort(0) / 32_768f);
            frames.accept(frame);
        }
    }
}
