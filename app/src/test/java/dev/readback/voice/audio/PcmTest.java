package dev.readback.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PcmTest {

    @Test
    void samples_come_back_as_they_were() {
        short[] samples = {0, 1, -1, Short.MAX_VALUE, Short.MIN_VALUE, 12_345};

        assertThat(Pcm.shorts(Pcm.floats(Pcm.bytes(samples)))).containsExactly(samples);
    }

    @Test
    void half_a_sample_at_the_end_is_left_out_and_the_buffer_is_not_moved() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, 0x40, 7});

        assertThat(Pcm.floats(bytes)).containsExactly(0.5f);
        assertThat(bytes.remaining()).isEqualTo(3);
    }

    @Test
    void what_is_too_loud_is_cut_and_does_not_turn_over() {
        assertThat(Pcm.shorts(new float[] {3, -3})).containsExactly(Short.MAX_VALUE, Short.MIN_VALUE);
    }
}
