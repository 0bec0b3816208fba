package dev.readback.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;

/** Sound as samples, mono, 16 kHz, −1 to 1. */
final class Audio {

    static final int RATE = 16_000;

    /** What is quieter than this, against the loudest sample, is no speech. */
    private static final float SILENCE = 0.02f;

    private static final int TAPS = 24;
    private static final int MARGIN_MS = 30;

    private Audio() {}

    static int samples(int milliseconds) {
        return RATE / 1000 * milliseconds;
    }

    /** A WAV file of 16 bits, mono, of any rate. */
    static float[] read(byte[] wav) {
        ByteBuffer buffer = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int rate = RATE;
        int at = 12;
        while (at + 8 <= wav.length) {
            int size = buffer.getInt(at + 4);
            switch (new String(wav, at, 4, java.nio.charset.StandardCharsets.US_ASCII)) {
                case "fmt " -> rate = buffer.getInt(at + 12);
                case "data" -> {
                    int end = size < 0 || at + 8L + size > wav.length ? wav.length : at + 8 + size;
                    return resampled(floats(buffer, at + 8, end), rate);
                }
                default -> {}
            }
            at += 8 + size + (size & 1);
        }
        throw new IllegalArgumentException("a WAV file without sound");
    }

    private static float[] floats(ByteBuffer buffer, int from, int to) {
        float[] samples = new float[(to - from) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = buffer.getShort(from + 2 * i) / 32768f;
        }
        return samples;
    }

    /** By a windowed sinc, cut off below half of the lower rate. */
    private static float[] resampled(float[] from, int rate) {
        if (rate == RATE) {
            return from;
        }
        double step = (double) rate / RATE;
        double cut = Math.min(1, 1 / step) * 0.95;
        float[] to = new float[(int) (from.length / step)];
        for (int i = 0; i < to.length; i++) {
            double centre = i * step;
            double sum = 0;
            int first = (int) Math.ceil(centre - TAPS / cut);
            for (int j = Math.max(0, first); j < from.length && j <= centre + TAPS / cut; j++) {
                double x = (j - centre) * cut;
                double window = 0.5 + 0.5 * Math.cos(Math.PI * x / TAPS);
                sum += from[j] * window * (x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
            }
            to[i] = (float) (sum * cut);
        }
        return to;
    }

    /** Half as loud as it may be without clipping; silence cut off, but for a little that lets soft sounds begin and end. */
    static float[] trimmed(float[] samples) {
        float peak = peak(samples);
        int from = 0;
        while (from < samples.length && Math.abs(samples[from]) < SILENCE * peak) {
            from++;
        }
        int begin = Math.max(0, from - samples(MARGIN_MS));
        int until = Math.min(samples.length, end(samples) + samples(MARGIN_MS));
        float[] cut = Arrays.copyOfRange(samples, begin, until);
        for (int i = 0; i < cut.length; i++) {
            cut[i] *= 0.5f / peak;
        }
        return cut;
    }

    /** After the last sample that is speech. */
    static int end(float[] samples) {
        float silence = SILENCE * peak(samples);
        int end = samples.length;
        while (end > 0 && Math.abs(samples[end - 1]) < silence) {
            end--;
        }
        return end;
    }

    private static float peak(float[] samples) {
        float peak = Float.MIN_NORMAL;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** Root of the mean square. */
    static double loudness(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, samples.length));
    }

    /** Adds pink noise (Paul Kellet's filter). */
    static void addNoise(float[] samples, double loudness, Random random) {
        float[] noise = new float[samples.length];
        double slow = 0;
        double middle = 0;
        double fast = 0;
        for (int i = 0; i < noise.length; i++) {
            double white = random.nextGaussian();
            slow = 0.99765 * slow + white * 0.0990460;
            middle = 0.96300 * middle + white * 0.2965164;
            fast = 0.57000 * fast + white * 1.0526913;
            noise[i] = (float) (slow + middle + fast + white * 0.1848);
        }
        double gain = loudness / loudness(noise);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (noise[i] * gain);
        }
    }

    /** Samples as a microphone gives them: 16 bits, little-endian. */
    static ByteBuffer pcm(FloatBuffer samples, int from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < from + count; i++) {
            float sample = i < samples.limit() ? samples.get(i) : 0;
            bytes.putShort((short) Math.round(Math.clamp(sample, -1f, 1f) * 32767));
        }
        return bytes.flip();
    }
}
