package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import dev.readback.voice.VoiceActivity;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Tries how fast something is here: once to warm up, then the median of three. */
final class Trial {

    /** As long as a usual command. */
    static final double SECONDS = 2.5;

    private static final int TIMES = 3;

    private Trial() {}

    /** Milliseconds. Ends early when its thread is interrupted. */
    static long of(Callable<?> work) throws OrtException {
        long[] took = new long[TIMES + 1];
        for (int i = 0; i <= TIMES; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new OrtException("interrupted");
            }
            long begun = System.nanoTime();
            try {
                work.call();
            } catch (OrtException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new OrtException(String.valueOf(e.getMessage()));
            }
            took[i] = (System.nanoTime() - begun) / 1_000_000;
        }
        long[] warm = Arrays.copyOfRange(took, 1, took.length);
        Arrays.sort(warm);
        return warm[0];
    }

    /** A clip with the loudness and the pitch of somebody speaking, and no words. */
    static float[] clip() {
        float[] clip = new float[(int) (SECONDS * VoiceActivity.RATE)];
        for (int i = 0; i < clip.length; i++) {
            double seconds = (double) i / VoiceActivity.RATE;
            double syllables = Math.max(0, Math.sin(2 * Math.PI * 4 * seconds));
            double voice = 0;
            for (int harmonic = 1; harmonic <= 12; harmonic++) {
                voice += Math.sin(2 * Math.PI * 140 * harmonic * seconds) / harmonic;
            }
            clip[i] = (float) (0.15 * syllables * voice);
        }
        return clip;
    }
}
