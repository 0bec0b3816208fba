package dev.readback.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MicrophoneSoundTest {

    private static final int FRAME = 320;

    @Test
    void a_tone_in_opus_packets_is_heard_as_it_was() throws OpusException {
        short[] tone = Pcm.shorts(Tones.tone(440, 16_000, 1));
        OpusEncoder encoder = new OpusEncoder(16_000, 1, OpusApplication.OPUS_APPLICATION_VOIP);
        MicrophoneSound opus = MicrophoneSound.opus();
        float[] heard = new float[tone.length];
        byte[] packet = new byte[1_275];
        for (int from = 0; from < tone.length; from += FRAME) {
            int length = encoder.encode(tone, from, FRAME, packet, 0, packet.length);
            float[] samples = opus.samples(ByteBuffer.wrap(packet, 0, length));
            assertThat(samples).hasSize(FRAME);
            System.arraycopy(samples, 0, heard, from, FRAME);
        }

        assertThat(Tones.strength(heard, 440, 16_000)).isCloseTo(0.5, within(0.1));
    }

    @Test
    void packets_that_are_none_are_silence_and_break_nothing() {
        MicrophoneSound opus = MicrophoneSound.opus();
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] packet = new byte[random.nextInt(200)];
            random.nextBytes(packet);

            assertThat(opus.samples(ByteBuffer.wrap(packet)).length).isBetween(0, 1_920);
        }
    }

    @Test
    void pcm_of_another_rate_comes_out_at_sixteen_thousand() {
        MicrophoneSound pcm = MicrophoneSound.pcm16(48_000);
        float[] tone = Tones.tone(500, 48_000, 1);
        float[] heard = new float[0];
        for (int from = 0; from < tone.length; from += 960) {
            float[] more = pcm.samples(Pcm.bytes(Pcm.shorts(Arrays.copyOfRange(tone, from, from + 960))));
            int before = heard.length;
            heard = Arrays.copyOf(heard, before + more.length);
            System.arraycopy(more, 0, heard, before, more.length);
        }

        assertThat(heard.length).isBetween(15_950, 16_000);
        assertThat(Tones.strength(heard, 500, 16_000)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void a_rate_no_microphone_has_is_refused() {
        assertThatThrownBy(() -> MicrophoneSound.pcm16(4_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
