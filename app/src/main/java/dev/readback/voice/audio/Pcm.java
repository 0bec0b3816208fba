package dev.readback.voice.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Samples of 16 bits, little-endian, mono, and what they are as floats of −1 to 1. */
public final class Pcm {

    private static final float FULL = 32_768f;

    private Pcm() {}

    /** What is left in the buffer, which is not moved; half a sample at its end is left out. */
    public static float[] floats(ByteBuffer pcm) {
        var samples = pcm.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] floats = new float[samples.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = samples.get() / FULL;
        }
        return floats;
    }

    public static float[] floats(short[] samples) {
        float[] floats = new float[samples.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = samples[i] / FULL;
        }
        return floats;
    }

    /** What is louder than full is cut. */
    public static short[] shorts(float[] samples) {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) Math.clamp(Math.round(samples[i] * FULL), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return shorts;
    }

    /** From the first sample; the buffer is ready to be read. */
    public static ByteBuffer bytes(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes;
    }
}
