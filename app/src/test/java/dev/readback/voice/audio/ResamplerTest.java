package dev.readback.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 24_000, 44_100, 48_000})
    void a_tone_keeps_its_pitch_its_strength_and_its_length(int rate) {
        float[] heard = Resampler.whole(Tones.tone(1_000, rate, 0.5), rate, 16_000);

        assertThat(heard.length).isBetween(7_999, 8_000);
        assertThat(Tones.strength(heard, 1_000, 16_000)).isCloseTo(0.5, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 12_000, 20_000})
    void what_is_too_high_for_the_lower_rate_is_not_heard_as_something_else(int hertz) {
        assertThat(Tones.loudness(Resampler.whole(Tones.tone(hertz, 48_000, 0.5), 48_000, 16_000)))
                .isLessThan(0.001);
    }

    @Test
    void it_is_the_same_in_pieces_as_at_once() {
        float[] sound = Tones.tone(440, 44_100, 0.3);
        Resampler resampler = new Resampler(44_100, 16_000);
        List<Float> pieces = new ArrayList<>();
        for (int from = 0; from < sound.length; from += 883) {
            for (float sample :
                    resampler.next(java.util.Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 883)))) {
                pieces.add(sample);
            }
        }

        float[] whole = Resampler.whole(sound, 44_100, 16_000);
        assertThat(pieces.size()).isBetween(whole.length - 40, whole.length);
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(pieces.get(i)).isCloseTo(whole[i], within(1e-5f));
        }
    }

    @Test
    void the_same_rate_changes_nothing() {
        float[] sound = Tones.tone(300, 16_000, 0.1);

        assertThat(new Resampler(16_000, 16_000).next(sound)).isSameAs(sound);
    }
}
