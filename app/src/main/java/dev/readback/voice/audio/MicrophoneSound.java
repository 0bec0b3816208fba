package dev.readback.voice.audio;

import java.nio.ByteBuffer;

/** Makes samples of 16 kHz from what one microphone sends, frame by frame. Not thread-safe. */
public interface MicrophoneSound {

    /** Samples a second of what comes out. */
    int RATE = 16_000;

    /**
     * The samples, mono, −1 to 1; possibly none yet. The frame's position is not moved.
     *
     * @param frame any length of PCM, or one packet of Opus; what cannot be read counts as silence
     */
    float[] samples(ByteBuffer frame);

    /**
     * PCM of 16 bits, little-endian, mono.
     *
     * @param rate samples a second, 8,000 to 48,000
     */
    static MicrophoneSound pcm16(int rate) {
        if (rate < 8_000 || rate > 48_000) {
            throw new IllegalArgumentException("rate must be 8,000 to 48,000 samples a second, not " + rate);
        }
        Resampler resampler = new Resampler(rate, RATE);
        return frame -> resampler.next(Pcm.floats(frame));
    }

    /** One packet of Opus a frame, mono, up to 120 ms. */
    static MicrophoneSound opus() {
        return new OpusPackets(RATE);
    }
}
