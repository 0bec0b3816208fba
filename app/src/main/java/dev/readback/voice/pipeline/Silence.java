package dev.readback.voice.pipeline;

import java.util.Arrays;

/** Cuts silence off the ends of speech, so that the first sound that is sent is one to be heard. */
final class Silence {

    private static final int LOUD = 250;
    private static final int BEFORE_MS = 30;
    private static final int AFTER_MS = 120;

    private Silence() {}

    static short[] trimmed(short[] samples, int rate) {
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) < LOUD) {
            first++;
        }
        int last = samples.length - 1;
        while (last > first && Math.abs(samples[last]) < LOUD) {
            last--;
        }
        int from = Math.max(0, first - rate * BEFORE_MS / 1000);
        int to = Math.min(samples.length, last + 1 + rate * AFTER_MS / 1000);
        return first == samples.length ? new short[0] : Arrays.copyOfRange(samples, from, to);
    }
}
