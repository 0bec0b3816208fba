package dev.readback.voice;

/** Tells speech from everything else, one frame after another of one conversation. Not thread-safe. */
public interface VoiceActivity {

    /** Samples in a frame: 32 ms at 16 kHz. */
    int FRAME = 512;

    /** Samples in a second of what is heard. */
    int RATE = 16_000;

    /**
     * How likely the frame is speech, 0 to 1, knowing the frames before.
     *
     * @param frame {@link #FRAME} samples, mono, −1 to 1
     */
    float probability(float[] frame);

    /** Forgets the frames before. */
    void reset();
}
