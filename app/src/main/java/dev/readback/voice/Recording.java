package dev.readback.voice;

/** The last half minute and more of what a microphone told, 16 kHz. Written by one thread, read by that thread. */
final class Recording {

    private static final int PER_MS = VoiceActivity.RATE / 1000;
    private static final int KEPT = 40 * VoiceActivity.RATE;

    private float[] ring = new float[0];
    private long written;

    void add(float[] frame) {
        if (written == 0) {
            ring = new float[KEPT];
        }
        for (float sample : frame) {
            ring[(int) (written++ % KEPT)] = sample;
        }
    }

    /** Milliseconds until now. */
    long at() {
        return written / PER_MS;
    }

    /** What was heard between two moments, in milliseconds; as far as it is kept and has come. */
    float[] between(long fromMs, long upToMs) {
        long from = Math.max(Math.max(0, written - KEPT), fromMs * PER_MS);
        long upTo = Math.min(written, upToMs * PER_MS);
        float[] samples = new float[(int) Math.max(0, upTo - from)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = ring[(int) ((from + i) % KEPT)];
        }
        return samples;
    }
}
