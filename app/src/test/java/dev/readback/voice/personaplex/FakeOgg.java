package dev.readback.voice.personaplex;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ogg as the real server has it: strict with checksums and the first page, lenient with what lies between pages, wrong in its own granule. */
final class FakeOgg {

    private static final int SERIAL = 42;
    private static final int HEADER = 27;

    private byte[] held = new byte[0];
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private boolean begun;
    private int headers;
    private int sequence;
    private long granule;

    /** What ends the real one's reader. */
    static final class Spoilt extends Exception {
        Spoilt(String why) {
            super(why);
        }
    }

    byte[] head() {
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) 3840)
                .putInt(24_000);
        return page(2, head.array());
    }

    byte[] tags() {
        byte[] vendor = ascii("sphn-pyo3");
        ByteBuffer tags = ByteBuffer.allocate(16 + vendor.length).order(ByteOrder.LITTLE_ENDIAN);
        return page(
                0, tags.put(ascii("OpusTags")).putInt(vendor.length).put(vendor).array());
    }

    byte[] audio(byte[] packet) {
        granule += 1920;
        return page(0, packet);
    }

    /** The packets of sound that are whole by now. */
    List<byte[]> read(byte[] bytes, int from) throws Spoilt {
        byte[] all = Arrays.copyOf(held, held.length + bytes.length - from);
        System.arraycopy(bytes, from, all, held.length, bytes.length - from);
        List<byte[]> packets = new ArrayList<>();
        int at = 0;
        while (all.length - at >= HEADER) {
            if (!new String(all, at, 4, StandardCharsets.ISO_8859_1).equals("OggS")) {
                at++;
                continue;
            }
            int laces = all[at + 26] & 0xff;
            int length = HEADER + laces;
            for (int i = 0; i < laces && at + HEADER + i < all.length; i++) {
                length += all[at + HEADER + i] & 0xff;
            }
            if (all.length - at < length) {
                break;
            }
            page(Arrays.copyOfRange(all, at, at + length), laces, packets);
            at += length;
        }
        held = Arrays.copyOfRange(all, at, all.length);
        return packets;
    }

    private void page(byte[] page, int laces, List<byte[]> packets) throws Spoilt {
        ByteBuffer view = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        int told = view.getInt(22);
        view.putInt(22, 0);
        if (told != crc(page)) {
            throw new Spoilt("a wrong checksum");
        }
        boolean first = (page[5] & 2) != 0;
        if (!begun && !first) {
            throw new Spoilt("no page to begin with");
        }
        headers = first ? 2 : headers;
        begun = true;
        int from = HEADER + laces;
        for (int i = 0; i < laces; i++) {
            int lace = page[HEADER + i] & 0xff;
            partial.write(page, from, lace);
            from += lace;
            if (lace < 255) {
                if (headers-- <= 0) {
                    packets.add(partial.toByteArray());
                }
                partial.reset();
            }
        }
    }

    private byte[] page(int flags, byte[] packet) {
        int laces = packet.length / 255 + 1;
        ByteBuffer page = ByteBuffer.allocate(HEADER + laces + packet.length).order(ByteOrder.LITTLE_ENDIAN);
        page.put(ascii("OggS")).put((byte) 0).put((byte) flags).putLong(granule).putInt(SERIAL);
        page.putInt(sequence++).putInt(0).put((byte) laces);
        for (int i = 1; i < laces; i++) {
            page.put((byte) 255);
        }
        page.put((byte) (packet.length % 255)).put(packet);
        return page.putInt(22, crc(page.array())).array();
    }

    /** Bit by bit, as RFC 3533 has it. */
    static int crc(byte[] bytes) {
        int crc = 0;
        for (byte next : bytes) {
            crc ^= next << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
            }
        }
        return crc;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
