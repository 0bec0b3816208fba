package dev.readback.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OggWriterTest {

    private static final HexFormat HEX = HexFormat.of();

    private final OggWriter ogg = new OggWriter(0x01020304);

    @Test
    void a_stream_begins_with_the_head_byte_for_byte() {
        String page = "4f676753" + "00" + "02" + "0000000000000000" + "04030201" + "00000000" + "CCCCCCCC" + "01" + "13"
                + HEX.formatHex("OpusHead".getBytes(StandardCharsets.US_ASCII)) + "01" + "01" + "3801" + "803e0000"
                + "0000" + "00";

        assertThat(ogg.head(16_000, 312)).isEqualTo(checked(page));
    }

    @Test
    void the_tags_follow_as_the_second_page() {
        ogg.head(16_000, 312);
        String page = "4f676753" + "00" + "00" + "0000000000000000" + "04030201" + "01000000" + "CCCCCCCC" + "01" + "12"
                + HEX.formatHex("OpusTags".getBytes(StandardCharsets.US_ASCII)) + "02000000" + "6162" + "00000000";

        assertThat(ogg.tags("ab")).isEqualTo(checked(page));
    }

    @Test
    void the_place_in_time_is_that_of_the_end_of_a_page_at_48_kHz() {
        ogg.audio(960, new byte[] {1});
        byte[] second = ogg.audio(1920, new byte[] {2, 3});

        assertThat(second)
                .isEqualTo(checked("4f676753" + "00" + "00" + "400b000000000000" + "04030201" + "01000000" + "CCCCCCCC"
                        + "01" + "02" + "0203"));
    }

    @Test
    void a_packet_of_255_bytes_ends_with_an_empty_lace() {
        byte[] page = ogg.audio(960, new byte[255], new byte[510], new byte[256]);

        assertThat(page[26]).isEqualTo((byte) 7);
        assertThat(Arrays.copyOfRange(page, 27, 34))
                .containsExactly((byte) 255, 0, (byte) 255, (byte) 255, 0, (byte) 255, 1);
    }

    @Test
    void more_than_a_page_holds_is_refused() {
        assertThatThrownBy(() -> ogg.audio(960, new byte[65_026])).isInstanceOf(IllegalArgumentException.class);
    }

    /** The checksum by another way than ours, bit by bit. */
    private static byte[] checked(String hex) {
        byte[] page = HEX.parseHex(hex.replace("CCCCCCCC", "00000000"));
        int crc = 0;
        for (byte next : page) {
            for (int bit = 7; bit >= 0; bit--) {
                boolean out = (crc < 0) ^ ((next >> bit & 1) == 1);
                crc = out ? (crc << 1) ^ 0x04c11db7 : crc << 1;
            }
        }
        for (int at = 0; at < 4; at++) {
            page[22 + at] = (byte) (crc >>> (8 * at));
        }
        return page;
    }
}
