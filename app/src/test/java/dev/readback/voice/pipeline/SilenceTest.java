package dev.readback.voice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SilenceTest {

    @Test
    void a_little_silence_is_left_on_both_ends() {
        short[] sound = new short[16_000];
        Arrays.fill(sound, 6_000, 8_000, (short) 5_000);

        assertThat(Silence.trimmed(sound, 16_000)).hasSize(480 + 2_000 + 1_920);
    }

    @Test
    void of_silence_nothing_is_left() {
        assertThat(Silence.trimmed(new short[500], 16_000)).isEmpty();
        assertThat(Quiet.is(new float[500])).isTrue();
    }

    @Test
    void a_whisper_is_not_silence() {
        float[] whisper = new float[16_000];
        for (int i = 8_000; i < 12_000; i++) {
            whisper[i] = (float) (0.004 * Math.sin(i));
        }

        assertThat(Quiet.is(whisper)).isFalse();
    }
}
