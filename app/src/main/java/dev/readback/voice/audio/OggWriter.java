package dev.readback.voice.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Puts packets of Opus, mono, into the pages of one logical stream (RFC 3533, RFC 7845): first {@link #head}, then {@link #tags}, then audio. Not thread-safe.
 */
public final class OggWriter {

    static final int BEGIN = 2;
    static final int LONGEST_LACE = 255;
    static final int MOST_LACES = 255;
    static final int HEADER = 27;
    static final int CRC_AT = 22;

    private final int serial;
    private int pages;
    private long granule;

    /** @param serial of the stream; any number */
    public OggWriter(int serial) {
        this.serial = serial;
    }

    /**
     * The page a stream begins with.
     *
     * @param rate samples a second before encoding, for information
     * @param preSkip samples at 48 kHz a player leaves out at the beginning
     */
    public byte[] head(int rate, int preSkip) {
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put(name("OpusHead")).put((byte) 1).put((byte) 1).putShort((short) preSkip);
        head.putInt(rate).putShort((short) 0).put((byte) 0);
        return page(BEGIN, List.of(head.array()));
    }

    /** @param vendor who encoded it */
    public byte[] tags(String vendor) {
        byte[] by = name(vendor);
        ByteBuffer tags = ByteBuffer.allocate(16 + by.length).order(ByteOrder.LITTLE_ENDIAN);
        tags.put(name("OpusTags")).putInt(by.length).put(by).putInt(0);
        return page(0, List.of(tags.array()));
    }

    /**
     * A page of audio.
     *
     * @param samples how long its packets last, in samples at 48 kHz
     * @throws IllegalArgumentException where they do not fit into one page of at most 64 KiB
     */
    public byte[] audio(long samples, byte[]... packets) {
        granule += samples;
        return page(0, List.of(packets));
    }

    private byte[] page(int flags, List<byte[]> packets) {
        byte[] laces = laces(packets);
        int body = packets.stream().mapToInt(packet -> packet.length).sum();
        ByteBuffer page = ByteBuffer.allocate(HEADER + laces.length + body).order(ByteOrder.LITTLE_ENDIAN);
        page.put(name("OggS")).put((byte) 0).put((byte) flags).putLong(granule);
        page.putInt(serial).putInt(pages++).putInt(0).put((byte) laces.length).put(laces);
        packets.forEach(page::put);
        page.putInt(CRC_AT, OggCrc.of(page.array(), 0, page.capacity()));
        return page.array();
    }

    private static byte[] laces(List<byte[]> packets) {
        ByteArrayOutputStream laces = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            for (int left = packet.length; left >= 0; left -= LONGEST_LACE) {
                laces.write(Math.min(left, LONGEST_LACE));
            }
        }
        if (laces.size() > MOST_LACES) {
            throw new IllegalArgumentException("too much for one page");
        }
        return laces.toByteArray();
    }

    private static byte[] name(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
