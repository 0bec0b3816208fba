package dev.readback.voice.audio;

/** Sounds made by numbers, for tests. */
final class Tones {

    private Tones() {}

    static float[] tone(double hertz, int rate, double seconds) {
        float[] tone = new float[(int) (rate * seconds)];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return tone;
    }

    /** The strength of one frequency in the middle of a sound, 0.5 for a tone of {@link #tone}. */
    static double strength(float[] sound, double hertz, int rate) {
        double sine = 0;
        double cosine = 0;
        int from = sound.length / 4;
        int to = 3 * sound.length / 4;
        for (int i = from; i < to; i++) {
            double at = 2 * Math.PI * hertz * i / rate;
            sine += sound[i] * Math.sin(at);
            cosine += sound[i] * Math.cos(at);
        }
        return 2 * Math.hypot(sine, cosine) / (to - from);
    }

    static double loudness(float[] sound) {
        double sum = 0;
        for (int i = sound.length / 4; i < 3 * sound.length / 4; i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum / (sound.length / 2.0));
    }
}
