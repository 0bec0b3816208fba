package dev.readback.voice;

import java.nio.ByteBuffer;

/** Makes frames of 512 samples at 16 kHz of what a device's microphone sends, in its codec. Confined to one thread. */
public interface Microphone {

    /** Gives each whole frame that what came completes, in order; the array is not kept. */
    void add(ByteBuffer sent, java.util.function.Consumer<float[]> frames);

    /** Makes one for what a device says it will send. */
    @FunctionalInterface
    interface Kind {
        Microphone of(Told.Codec codec, int rate);
    }
}
