package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.Persona;
import dev.readback.voice.Persona.News;
import dev.readback.voice.Personas;
import dev.readback.voice.Told;
import dev.readback.voice.audio.MicrophonePackets;
import dev.readback.voice.audio.OpusPacket;
import dev.readback.voice.audio.Pcm;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes to and fro while it talks. */
class RelayTest {

    private final FakePersonaPlex fake = FakePersonaPlex.start();
    private final PersonaPlex personas = Guests.at(Guests.context(Duration.ofSeconds(60)), fake.address());
    private final Listened listened = new Listened();

    @AfterEach
    void end() {
        personas.close();
        fake.close();
        assertThat(listened.twoAtOnce).isFalse();
        assertThat(fake.spoilt).isEmpty();
    }

    /** The time goes on only as the microphone does, however slow this machine is. */
    @Test
    void packets_of_the_browser_arrive_bit_for_bit_in_their_order() {
        AtomicLong now = new AtomicLong(1_000_000);
        try (PersonaPlex timed = Guests.at(() -> Instant.ofEpochMilli(now.get()), fake.address())) {
            Persona persona = timed.invite(Guests.opus(), listened);
            listened.untilTalking();
            List<byte[]> packets = speech(250);
            for (byte[] packet : packets) {
                now.addAndGet(20);
                persona.hear(ByteBuffer.wrap(packet));
                Listened.pause(1);
            }
            Listened.until(() -> heard().size() >= packets.size());

            assertThat(fake.heard).containsExactlyElementsOf(packets);
        }
    }

    @Test
    void what_came_before_it_was_ready_is_never_sent() {
        fake.promptSteps = 10;
        Persona persona = personas.invite(Guests.opus(), listened);
        List<byte[]> early = speech(3);
        while (!listened.talks()) {
            early.forEach(packet -> persona.hear(ByteBuffer.wrap(packet)));
            Listened.pause(10);
        }
        Listened.until(() -> fake.heard.size() > 2);
        assertThat(listened.news.get(0)).isInstanceOf(News.Preparing.class);
        assertThat(listened.news.get(1)).isEqualTo(new News.Talking("NATM1"));
        assertThat(fake.promptsSeen).containsExactly("<system> " + Guests.SERVICE + " <system>");
        assertThat(fake.voice).isEqualTo("NATM1.pt");
    }

    @Test
    void without_a_microphone_it_hears_silence_in_real_time() {
        talking(Guests.opus());
        long from = System.nanoTime();
        Listened.until(() -> fake.heard.size() >= 50);

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(900));
        assertThat(heard()).isEmpty();
    }

    @Test
    void what_it_says_comes_as_sound_and_as_words_with_its_end() {
        fake.says = List.of(FakeMain.speech("Good morning to you.", false));
        talking(Guests.opus());
        Listened.until(() -> listened.of(News.Says.class).stream().anyMatch(News.Says::whole));

        assertThat(listened.of(News.Says.class).getLast()).isEqualTo(new News.Says("Good morning to you.", true));
        assertThat(listened.of(News.Says.class).getFirst()).isEqualTo(new News.Says("Good", false));
        assertThat(listened.of(News.Sounds.class)).containsExactly(new News.Sounds(true), new News.Sounds(false));
        assertThat(listened.sounds).allMatch(packet -> OpusPacket.samples(packet) == 80 * 48);
    }

    @Test
    void who_cannot_play_opus_gets_samples() {
        fake.says = List.of(FakeMain.speech("Hello.", false));
        Persona persona = talking(Guests.pcm());
        persona.hear(Pcm.bytes(new short[320]));
        Listened.until(() -> !listened.of(News.Sounds.class).isEmpty());

        assertThat(listened.sounds).allMatch(packet -> packet.length == Personas.RATE * 2 * 80 / 1000);
    }

    @Test
    void held_it_neither_hears_nor_is_heard_and_comes_back_at_its_next_pause() {
        FakeModel.Speech secret =
                FakeMain.speech("one two three secret secret secret secret secret secret secret", false);
        FakeModel.Speech later = FakeMain.speech("four five", false);
        short[] pause = new short[FakeSound.FRAME * 8];
        fake.says = List.of(secret, new FakeModel.Speech(List.of(), pause, false), later);
        Persona persona = personas.invite(Guests.opus(), listened);
        listened.at = news -> {
            if (news instanceof News.Says says && says.text().endsWith("three")) {
                listened.at = one -> {};
                persona.hold(true);
            }
        };
        Listened.until(() -> said().contains("three"));
        Listened.until(() -> !listened.of(News.Says.class).getLast().text().isEmpty()
                && listened.of(News.Says.class).getLast().whole());
        int sounded = listened.sounds.size();
        String said = said();
        int heardBefore = heard().size();
        play(persona, speech(30));
        assertThat(listened.sounds).hasSize(sounded);
        assertThat(heard()).hasSize(heardBefore);
        persona.hold(false);
        Listened.until(() -> said().contains("five"));

        assertThat(said).doesNotContain("secret");
        assertThat(said()).doesNotContain("secret").isEqualTo("one two three|four five");
        assertThat(listened.sounds.size()).isGreaterThan(sounded);
    }

    @Test
    void let_go_in_a_speech_without_pauses_it_comes_back_after_a_second_and_a_half() {
        Relay relay = new Relay(listened, Told.Codec.OPUS, true);
        byte[] loud = new FakeSound().packet(FakeSound.tone(300, 0.08));
        for (int packet = 0; packet < 5; packet++) {
            relay.packet(loud);
        }
        relay.hold(true);
        relay.hold(false);
        for (int packet = 0; packet < 18; packet++) {
            relay.packet(loud);
        }
        assertThat(listened.sounds).hasSize(5);
        relay.packet(loud);

        assertThat(listened.sounds).hasSize(6);
        assertThat(listened.news).containsExactly(new News.Sounds(true), new News.Sounds(false), new News.Sounds(true));
    }

    @Test
    void let_go_in_a_breath_it_is_told_to_sound() {
        Relay relay = new Relay(listened, Told.Codec.OPUS, true);
        FakeSound voice = new FakeSound();
        loud(relay, voice, 5);
        relay.hold(true);
        loud(relay, voice, 5);
        relay.hold(false);
        loud(relay, voice, 3);
        for (int packet = 0; packet < 3; packet++) {
            relay.packet(voice.packet(new short[FakeSound.FRAME]));
        }
        loud(relay, voice, 10);

        assertThat(listened.sounds.size()).isGreaterThan(10);
        assertThat(listened.news).containsExactly(new News.Sounds(true), new News.Sounds(false), new News.Sounds(true));
    }

    private static void loud(Relay relay, FakeSound voice, int packets) {
        for (int packet = 0; packet < packets; packet++) {
            relay.packet(voice.packet(FakeSound.tone(300, 0.08)));
        }
    }

    @Test
    void it_begins_when_the_person_has_paused() {
        fake.says = List.of(FakeMain.speech("Yes?", true));
        Persona persona = talking(Guests.opus());
        play(persona, speech(20));
        Listened.until(() -> said().contains("Yes?"));
    }

    @Test
    void nothing_but_sound_makes_it_out_and_what_is_not_known_is_passed_over() {
        Relay relay = new Relay(listened, Told.Codec.PCM16, true);
        relay.packet(new byte[] {1, 2});
        relay.packet(new byte[0]);
        relay.text("</s>");
        relay.close();
        relay.text("too late");
        relay.lost(Trouble.LOST.lost());

        assertThat(listened.news).isEmpty();
    }

    private Persona talking(Personas.Invitation invitation) {
        Persona persona = personas.invite(invitation, listened);
        listened.untilTalking();
        return persona;
    }

    /** Utterances as far as they went. */
    private String said() {
        StringBuilder said = new StringBuilder();
        String last = "";
        for (News.Says says : listened.of(News.Says.class)) {
            last = says.text();
            if (says.whole()) {
                said.append(said.isEmpty() ? "" : "|").append(last);
                last = "";
            }
        }
        return last.isEmpty() ? said.toString() : said + (said.isEmpty() ? "" : "|") + last;
    }

    /** Without our silence. */
    private List<byte[]> heard() {
        return fake.heard.stream()
                .filter(packet -> !Arrays.equals(packet, OpusPacket.silence()))
                .toList();
    }

    private static void play(Persona persona, List<byte[]> packets) {
        long from = System.nanoTime();
        for (int at = 0; at < packets.size(); at++) {
            persona.hear(ByteBuffer.wrap(packets.get(at)));
            long due = from + (at + 1) * 20_000_000L;
            while (System.nanoTime() < due) {
                Listened.pause(1);
            }
        }
    }

    private static List<byte[]> speech(int packets) {
        short[] tone = FakeSound.tone(440, packets * 0.02 + 0.005);
        return MicrophonePackets.pcm16(24_000).packets(Pcm.bytes(tone)).stream()
                .limit(packets)
                .toList();
    }
}
