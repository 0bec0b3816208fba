package dev.readback.voice.audio;

import java.nio.charset.StandardCharsets;

/** What can be told of a packet of Opus without decoding it (RFC 6716, section 3). */
public final class OpusPacket {

    /** The samples a second in which durations are counted. */
    public static final int CLOCK = 48_000;

    /** The longest there may be: 120 ms. */
    public static final int LONGEST = CLOCK / 1000 * 120;

    /** More than any packet of that length may hold. */
    static final int MOST_BYTES = 8 * 1024;

    private static final int PER_MS = CLOCK / 1000;
    private static final int[] SILK_MS = {10, 20, 40, 60};

    private OpusPacket() {}

    /** 20 ms of silence, mono: a frame of the wide band that says nothing but that it is silent. */
    public static byte[] silence() {
        return new byte[] {(byte) 0xf8, (byte) 0xff, (byte) 0xfe};
    }

    /** How long it lasts, in samples at 48 kHz; 0 for what is no packet. */
    public static int samples(byte[] packet) {
        if (packet.length == 0) {
            return 0;
        }
        int samples = frames(packet) * frame(packet[0] & 0xff);
        return samples <= LONGEST ? samples : 0;
    }

    /** Whether it is not sound but one of the two headers of a stream in Ogg (RFC 7845). */
    public static boolean header(byte[] packet) {
        if (packet.length < 8) {
            return false;
        }
        String name = new String(packet, 0, 8, StandardCharsets.ISO_8859_1);
        return name.equals("OpusHead") || name.equals("OpusTags");
    }

    private static int frames(byte[] packet) {
        return switch (packet[0] & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> packet.length > 1 ? packet[1] & 0x3f : 0;
        };
    }

    /** One frame, by the five bits of the configuration: SILK, both, CELT. */
    private static int frame(int toc) {
        int config = toc >> 3;
        if (config < 12) {
            return SILK_MS[config & 3] * PER_MS;
        }
        if (config < 16) {
            return (config & 1) == 0 ? 10 * PER_MS : 20 * PER_MS;
        }
        return (PER_MS * 5 / 2) << (config & 3);
    }
}
