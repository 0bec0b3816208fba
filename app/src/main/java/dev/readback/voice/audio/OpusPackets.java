package dev.readback.voice.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;

/** Opens Opus packets (RFC 6716) of one microphone, mono. A packet that cannot be read is bridged over as a lost one would be. Not thread-safe. */
final class OpusPackets implements MicrophoneSound {

    private static final int LONGEST_MS = 120;
    private static final int USUAL_MS = 20;

    /** More than any packet of 120 ms may hold. */
    private static final int MOST_BYTES = 8 * 1024;

    private final int rate;
    private final short[] samples;
    private OpusDecoder decoder;

    OpusPackets(int rate) {
        this.rate = rate;
        this.samples = new short[rate * LONGEST_MS / 1000];
        this.decoder = decoder(rate);
    }

    @Override
    public float[] samples(ByteBuffer frame) {
        byte[] packet = new byte[Math.min(frame.remaining(), MOST_BYTES)];
        frame.duplicate().get(packet);
        if (packet.length > 0) {
            try {
                return first(decoder.decode(packet, 0, packet.length, samples, 0, samples.length, false));
            } catch (OpusException | RuntimeException | AssertionError e) {
                decoder = decoder(rate);
            }
        }
        return new float[rate * USUAL_MS / 1000];
    }

    private float[] first(int count) {
        return Pcm.floats(java.util.Arrays.copyOf(samples, count));
    }

    private static OpusDecoder decoder(int rate) {
        try {
            return new OpusDecoder(rate, 1);
        } catch (OpusException e) {
            throw new IllegalArgumentException("Opus knows no rate of " + rate, e);
        }
    }
}
