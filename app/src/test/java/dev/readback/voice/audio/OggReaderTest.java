package dev.readback.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OggReaderTest {

    private final OggReader reader = new OggReader();
    private final OggWriter writer = new OggWriter(7);
    private final Random random = new Random(4711);

    @Test
    void packets_come_out_as_they_went_in_however_the_bytes_are_split() {
        List<byte[]> packets = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int number = 0; number < 300; number++) {
            byte[] packet = new byte[random.nextInt(1_200)];
            random.nextBytes(packet);
            packets.add(packet);
            stream.writeBytes(writer.audio(960, packet));
        }

        assertThat(read(stream.toByteArray())).containsExactlyElementsOf(packets);
        assertThat(reader.passedOver()).isZero();
    }

    @Test
    void a_packet_over_two_pages_is_put_together() {
        byte[] packet = new byte[600];
        random.nextBytes(packet);
        byte[] first = page(0, new int[] {255, 255}, packet, 0, 510);
        byte[] second = page(1, new int[] {90}, packet, 510, 90);

        assertThat(reader.packets(ByteBuffer.wrap(first))).isEmpty();
        assertThat(reader.packets(ByteBuffer.wrap(second))).containsExactly(packet);
    }

    @Test
    void the_rest_of_a_packet_whose_beginning_was_lost_is_dropped() {
        byte[] page = page(1, new int[] {3, 2}, new byte[] {1, 2, 3, 4, 5}, 0, 5);

        assertThat(reader.packets(ByteBuffer.wrap(page))).containsExactly(new byte[] {4, 5});
    }

    @Test
    void what_lies_between_pages_is_passed_over() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(
                "OggOggOgOggS nonsense, and a false beginning".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        stream.writeBytes(new byte[300]);
        stream.writeBytes(writer.audio(960, new byte[] {1, 2, 3}));
        stream.writeBytes(writer.audio(960, new byte[] {4}));

        assertThat(read(stream.toByteArray())).containsExactly(new byte[] {1, 2, 3}, new byte[] {4});
    }

    @Test
    void a_page_with_a_wrong_checksum_is_passed_over_and_the_next_is_read() {
        byte[] bad = writer.audio(960, new byte[] {1, 2, 3});
        bad[bad.length - 1] ^= 1;

        assertThat(reader.packets(ByteBuffer.wrap(bad))).isEmpty();
        assertThat(reader.packets(ByteBuffer.wrap(writer.audio(960, new byte[] {9}))))
                .containsExactly(new byte[] {9});
        assertThat(reader.passedOver()).isEqualTo(bad.length);
    }

    private List<byte[]> read(byte[] stream) {
        List<byte[]> read = new ArrayList<>();
        for (int at = 0; at < stream.length; ) {
            int length = Math.min(stream.length - at, random.nextInt(700));
            read.addAll(reader.packets(ByteBuffer.wrap(stream, at, length)));
            at += length;
        }
        return read;
    }

    private static byte[] page(int flags, int[] laces, byte[] body, int from, int length) {
        ByteBuffer page = ByteBuffer.allocate(27 + laces.length + length).order(ByteOrder.LITTLE_ENDIAN);
        page.put(new byte[] {'O', 'g', 'g', 'S', 0, (byte) flags})
                .putLong(0)
                .putInt(7)
                .putInt(0)
                .putInt(0);
        page.put((byte) laces.length);
        for (int lace : laces) {
            page.put((byte) lace);
        }
        page.put(body, from, length);
        return page.putInt(22, OggCrc.of(page.array(), 0, page.capacity())).array();
    }
}
