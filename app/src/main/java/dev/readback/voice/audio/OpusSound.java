package dev.readback.voice.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Arrays;

/** Decodes the packets of one voice, mono. Not thread-safe. */
public final class OpusSound {

    private static final double FULL = 32_768;

    private final short[] room;
    private final int rate;
    private OpusDecoder decoder;

    /** @param rate samples a second of what comes out: 8,000, 12,000, 16,000, 24,000 or 48,000 */
    public OpusSound(int rate) {
        this.rate = rate;
        this.room = new short[rate * OpusPacket.LONGEST / OpusPacket.CLOCK];
        this.decoder = decoder(rate);
    }

    /** The samples; none where it cannot be read. */
    public short[] samples(byte[] packet) {
        try {
            return Arrays.copyOf(room, decoder.decode(packet, 0, packet.length, room, 0, room.length, false));
        } catch (OpusException | RuntimeException | AssertionError e) {
            decoder = decoder(rate);
            return new short[0];
        }
    }

    private static OpusDecoder decoder(int rate) {
        try {
            return new OpusDecoder(rate, 1);
        } catch (OpusException e) {
            throw new IllegalArgumentException("Opus knows no rate of " + rate, e);
        }
    }

    /** The root of their mean square, 0 to 1; 0 for none. */
    public static double loudness(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length) / FULL;
    }
}
