package dev.readback.voice.pipeline;

/** Tells sound in which nobody can have spoken, because there is next to nothing to be heard. */
final class Quiet {

    /** Of 20 ms; a whisper far from a microphone is louder. */
    private static final double LOUD = 0.001;

    private static final int WINDOW = 320;

    private Quiet() {}

    static boolean is(float[] samples) {
        for (int from = 0; from < samples.length; from += WINDOW) {
            double sum = 0;
            int to = Math.min(samples.length, from + WINDOW);
            for (int i = from; i < to; i++) {
                sum += samples[i] * samples[i];
            }
            if (Math.sqrt(sum / (to - from)) > LOUD) {
                return false;
            }
        }
        return true;
    }
}
