package dev.readback.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpusPacketTest {

    @ParameterizedTest
    @CsvSource({
        "0x00,10",
        "0x08,20",
        "0x18,60",
        "0x49,40",
        "0x60,10",
        "0x68,20",
        "0x78,20",
        "0xe0,2.5",
        "0xe8,5",
        "0xf8,20",
        "0xf9,40",
        "0xfa,40"
    })
    void how_long_it_lasts_stands_in_its_first_byte(String toc, double ms) {
        assertThat(OpusPacket.samples(new byte[] {(byte) (int) Integer.decode(toc), 0}))
                .isEqualTo((int) (ms * 48));
    }

    @Test
    void any_number_of_frames_stands_in_the_second() {
        assertThat(OpusPacket.samples(new byte[] {(byte) 0xdb, (byte) 0x84})).isEqualTo(80 * 48);
        assertThat(OpusPacket.samples(new byte[] {(byte) 0xdb})).isZero();
        assertThat(OpusPacket.samples(new byte[] {(byte) 0xdb, 7})).isZero();
        assertThat(OpusPacket.samples(new byte[0])).isZero();
    }

    @Test
    void the_packet_of_silence_is_20_ms_of_silence() {
        OpusSound sound = new OpusSound(24_000);

        short[] samples = sound.samples(OpusPacket.silence());

        assertThat(OpusPacket.samples(OpusPacket.silence())).isEqualTo(960);
        assertThat(samples).hasSize(480);
        assertThat(OpusSound.loudness(samples)).isLessThan(0.0001);
    }

    @Test
    void silence_within_speech_can_be_heard_as_silence() {
        OpusSound sound = new OpusSound(24_000);
        for (byte[] packet : encoded(16_000, 0.5)) {
            sound.samples(packet);
        }
        for (int blend = 0; blend < 3; blend++) {
            sound.samples(OpusPacket.silence());
        }

        assertThat(OpusSound.loudness(sound.samples(OpusPacket.silence()))).isLessThan(0.001);
    }

    @ParameterizedTest
    @CsvSource({"8000", "16000", "44100", "48000"})
    void a_microphone_of_any_rate_becomes_packets_of_20_ms_that_sound_the_same(int rate) {
        OpusSound sound = new OpusSound(24_000);
        List<Float> heard = new ArrayList<>();
        List<byte[]> packets = encoded(rate, 1);
        for (byte[] packet : packets) {
            assertThat(OpusPacket.samples(packet)).isEqualTo(960);
            for (float sample : Pcm.floats(sound.samples(packet))) {
                heard.add(sample);
            }
        }
        float[] all = new float[heard.size()];
        for (int at = 0; at < all.length; at++) {
            all[at] = heard.get(at);
        }

        assertThat(packets.size()).isBetween(49, 50);
        assertThat(Tones.strength(all, 440, 24_000)).isBetween(0.35, 0.65);
    }

    @Test
    void packets_of_a_browser_are_passed_on_untouched_and_what_is_none_is_dropped() {
        MicrophonePackets browser = MicrophonePackets.opus();
        ByteBuffer frame = ByteBuffer.wrap(new byte[] {(byte) 0xf8, 1, 2, 3});

        assertThat(browser.packets(frame)).containsExactly(new byte[] {(byte) 0xf8, 1, 2, 3});
        assertThat(frame.remaining()).isEqualTo(4);
        assertThat(browser.packets(ByteBuffer.allocate(0))).isEmpty();
        assertThat(browser.packets(ByteBuffer.allocate(60_000))).isEmpty();
    }

    private static List<byte[]> encoded(int rate, double seconds) {
        MicrophonePackets microphone = MicrophonePackets.pcm16(rate);
        ByteBuffer all = Pcm.bytes(Pcm.shorts(Tones.tone(440, rate, seconds)));
        List<byte[]> packets = new ArrayList<>();
        while (all.hasRemaining()) {
            int length = Math.min(all.remaining(), 254);
            packets.addAll(microphone.packets(all.slice(all.position(), length)));
            all.position(all.position() + length);
        }
        return packets;
    }
}
