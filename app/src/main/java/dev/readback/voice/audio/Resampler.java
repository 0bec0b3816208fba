package dev.readback.voice.audio;

import java.util.Arrays;

/**
 * Changes the rate of sound that comes piece by piece: a windowed sinc as low-pass, one row of weights for each place between two samples (J. O. Smith, "Digital
 * Audio Resampling"). Keeps time; what it gives is behind by half the window (1 ms at 16 kHz and above). Not thread-safe.
 */
public final class Resampler {

    /** Zero crossings of the sinc on each side. */
    private static final int CROSSINGS = 16;

    /** Of the window of Kaiser: about 80 dB. */
    private static final double BETA = 8;

    /** The low-pass begins a little below the half of the lower rate. */
    private static final double ROLL_OFF = 0.94;

    private final int up;
    private final int down;
    private final int half;
    private final float[][] weights;
    private float[] held;

    /** Where the next sample lies: whole samples from the first one held, and so many parts of {@link #up} beside. */
    private int at;

    private int phase;

    /**
     * @param from samples a second of what comes
     * @param to samples a second of what is wanted
     */
    public Resampler(int from, int to) {
        int common = gcd(from, to);
        this.up = to / common;
        this.down = from / common;
        double cutoff = Math.min(1, (double) to / from) * (from == to ? 1 : ROLL_OFF);
        this.half = (int) Math.ceil(CROSSINGS / cutoff);
        this.weights = up == down ? new float[0][] : weights(up, half, cutoff);
        this.held = new float[half];
        this.at = half;
    }

    /** All of a sound at once. */
    public static float[] whole(float[] samples, int from, int to) {
        Resampler resampler = new Resampler(from, to);
        float[] first = resampler.next(samples);
        float[] rest = resampler.next(new float[resampler.half]);
        float[] all = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return from == to ? samples : Arrays.copyOf(all, (int) ((long) samples.length * to / from));
    }

    /** As much as can be told by now. */
    public float[] next(float[] samples) {
        if (up == down) {
            return samples;
        }
        float[] all = Arrays.copyOf(held, held.length + samples.length);
        System.arraycopy(samples, 0, all, held.length, samples.length);
        float[] out = new float[(int) ((long) (all.length + 1) * up / down) + 1];
        int made = 0;
        while (at + half < all.length) {
            out[made++] = sample(all);
            phase += down;
            at += phase / up;
            phase %= up;
        }
        int keepFrom = Math.min(all.length, Math.max(0, at - half));
        held = Arrays.copyOfRange(all, keepFrom, all.length);
        at -= keepFrom;
        return Arrays.copyOf(out, made);
    }

    private float sample(float[] all) {
        float[] row = weights[phase];
        int from = at - half + 1;
        float sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * all[from + i];
        }
        return sum;
    }

    private static float[][] weights(int up, int half, double cutoff) {
        float[][] weights = new float[up][2 * half];
        for (int phase = 0; phase < up; phase++) {
            double sum = 0;
            for (int i = 0; i < 2 * half; i++) {
                double distance = i - half + 1 - (double) phase / up;
                double weight = sinc(distance * cutoff) * kaiser(distance / half);
                weights[phase][i] = (float) weight;
                sum += weight;
            }
            for (int i = 0; i < 2 * half; i++) {
                weights[phase][i] /= (float) sum;
            }
        }
        return weights;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    /** The modified Bessel function of the first kind and order 0, as its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / 2 / k;
            sum += term * term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
