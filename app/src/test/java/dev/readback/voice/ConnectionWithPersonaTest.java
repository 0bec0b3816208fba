package dev.readback.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Turn;
import dev.readback.execution.Foresight;
import dev.readback.execution.ListedEvents;
import dev.readback.execution.ScriptedExecutions;
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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A spoken conversation with a persona beside, with its threads, over scripted parts. */
class ConnectionWithPersonaTest {

    private static final Foresight TALK =
            new Foresight(Foresight.Completeness.UNKNOWN, Optional.empty(), false, Duration.ZERO, Duration.ZERO, true);

    private final ListedEvents events = new ListedEvents();
    private final ScriptedExecutions executions = new ScriptedExecutions(events);
    private final ScriptedSpeech speech = new ScriptedSpeech(1);
    private final ScriptedPersonas personas = new ScriptedPersonas();
    private final ListedLine line = new ListedLine();
    private final Conversations conversations = new Conversations(new VoiceParts(
            speech,
            personas,
            executions,
            events,
            LatencyLog.NONE,
            (codec, rate) -> (sent, frames) -> frames.accept(loud(sent)),
            List::of,
            InstantSource.system()));

    @AfterEach
    void end() {
        conversations.close();
    }

    @Test
    void it_begins_no_conversation_and_its_first_words_stand_before_the_persons() throws InterruptedException {
        VoiceSession session = talking();
        personas.says("Good to see you.");
        line.awaits(Telling.PersonaSays.class, Telling.PersonaSays::whole);
        assertThat(line.only(Telling.Ready.class))
                .allMatch(ready -> ready.sessionId().isEmpty());

        executions.foresights.put("I had a long day", TALK);
        say(session, "I had a long day");
        UUID id = line.awaits(Telling.Ready.class, ready -> ready.sessionId().isPresent())
                .sessionId()
                .orElseThrow();

        assertThat(executions.requests).isEmpty();
        assertThat(executions.sessions().history(id, 10))
                .extracting(Turn::text)
                .containsExactly("Good to see you.", "I had a long day");
    }

    @Test
    void its_voice_reaches_the_device_and_the_microphone_reaches_it_unless_muted() throws InterruptedException {
        VoiceSession session = talking();
        personas.says("Hello.");
        assertThat(line.ofPersona.get()).isEqualTo(1);

        int before = personas.heard.get();
        session.hear(frame(0));
        assertThat(personas.heard.get()).isEqualTo(before + 1);
        session.told(new Told.Muted(true));
        session.hear(frame(0));
        assertThat(personas.heard.get()).isEqualTo(before + 1);
    }

    @Test
    void what_may_be_small_talk_and_is_none_is_done() throws InterruptedException {
        VoiceSession session = talking();
        executions.foresights.put("How full is the disk?", TALK);
        executions.makesNothingOf = words -> false;

        say(session, "How full is the disk?");

        line.awaits(Telling.Say.class, said -> said.text().contains("percent"));
        await(() -> personas.held);
    }

    @Test
    void it_is_taken_leave_of_when_the_device_goes() throws InterruptedException {
        talking().close();

        await(() -> personas.left);
    }

    private VoiceSession talking() throws InterruptedException {
        VoiceSession session = conversations.open(Optional.empty(), line);
        session.told(new Told.Hello(
                Told.Codec.PCM16,
                16_000,
                Optional.empty(),
                new Manner(Speaker.SERVER, Optional.empty(), 1, true, Optional.of(PersonaWish.USUAL)),
                Optional.of(Told.Codec.OPUS)));
        session.hear(frame(0));
        line.awaits(Telling.PersonaIs.class, is -> is.state() == Telling.PersonaState.TALKING);
        return session;
    }

    private void say(VoiceSession session, String words) throws InterruptedException {
        speech.words.add(words);
        for (int i = 0; i < 90; i++) {
            session.hear(frame(i < 18 ? 8_000 : 0));
            Thread.sleep(2);
        }
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 500 && !what.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(what.getAsBoolean()).isTrue();
    }

    private static float[] loud(ByteBuffer sent) {
        float[] frame = new float[VoiceActivity.FRAME];
        Arrays.fill(frame, sent.order(ByteOrder.LITTLE_ENDIAN).getShort(0) / 32_768f);
        return frame;
    }

    private static ByteBuffer frame(int loud) {
        ByteBuffer frame = ByteBuffer.allocate(VoiceActivity.FRAME * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < VoiceActivity.FRAME; i++) {
            frame.putShort((short) loud);
        }
        return frame.flip();
    }
}
