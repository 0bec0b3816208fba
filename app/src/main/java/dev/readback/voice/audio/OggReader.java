package dev.readback.voice.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes packets out of the pages of one Ogg stream that comes in pieces of any length (RFC 3533). What is no page, or one with a wrong checksum, is passed over;
 * a packet that began before a lost page is dropped. Not thread-safe.
 */
public final class OggReader {

    private static final int CONTINUED = 1;
    private static final int MOST_FLAGS = 7;
    private static final byte[] NAME = {'O', 'g', 'g', 'S'};

    private byte[] held = new byte[0];
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private boolean within;
    private int passedOver;

    /** The packets that are whole by now, those of the headers too. The buffer is read to its end. */
    public List<byte[]> packets(ByteBuffer bytes) {
        byte[] all = Arrays.copyOf(held, held.length + bytes.remaining());
        bytes.get(all, held.length, bytes.remaining());
        List<byte[]> packets = new ArrayList<>(1);
        int at = 0;
        while (at < all.length) {
            int length = length(all, at);
            if (length > all.length - at) {
                break;
            }
            if (length > 0 && sound(all, at, length)) {
                page(all, at, packets);
                at += length;
            } else {
                at++;
                passedOver++;
            }
        }
        held = Arrays.copyOfRange(all, at, all.length);
        return packets;
    }

    /** How many bytes were in no page. */
    public int passedOver() {
        return passedOver;
    }

    /** Of the page that begins there: 0 where none does, more than there is where that cannot be told yet. */
    private static int length(byte[] all, int at) {
        int left = all.length - at;
        for (int i = 0; i < Math.min(left, NAME.length); i++) {
            if (all[at + i] != NAME[i]) {
                return 0;
            }
        }
        if (left > NAME.length + 1 && (all[at + 4] != 0 || (all[at + 5] & 0xff) > MOST_FLAGS)) {
            return 0;
        }
        if (left < OggWriter.HEADER) {
            return Integer.MAX_VALUE;
        }
        int laces = all[at + OggWriter.HEADER - 1] & 0xff;
        if (left < OggWriter.HEADER + laces) {
            return Integer.MAX_VALUE;
        }
        int length = OggWriter.HEADER + laces;
        for (int i = 0; i < laces; i++) {
            length += all[at + OggWriter.HEADER + i] & 0xff;
        }
        return length;
    }

    private static boolean sound(byte[] all, int at, int length) {
        byte[] page = Arrays.copyOfRange(all, at, at + length);
        ByteBuffer view = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
        int told = view.getInt(OggWriter.CRC_AT);
        view.putInt(OggWriter.CRC_AT, 0);
        return told == OggCrc.of(page, 0, length);
    }

    private void page(byte[] all, int at, List<byte[]> packets) {
        boolean continued = (all[at + 5] & CONTINUED) != 0;
        boolean skipping = continued && !within;
        if (!continued) {
            partial.reset();
        }
        int laces = all[at + OggWriter.HEADER - 1] & 0xff;
        int from = at + OggWriter.HEADER + laces;
        within = continued && within && laces == 0;
        for (int i = 0; i < laces; i++) {
            int lace = all[at + OggWriter.HEADER + i] & 0xff;
            partial.write(all, from, lace);
            from += lace;
            within = lace == OggWriter.LONGEST_LACE && !skipping;
            if (lace < OggWriter.LONGEST_LACE) {
                if (!skipping) {
                    packets.add(partial.toByteArray());
                }
                skipping = false;
                partial.reset();
            }
        }
    }
}
