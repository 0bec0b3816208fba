package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import dev.readback.voice.VoiceActivity;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Tries how fast something is here: once to warm up, then the fastest of three, since what else the machine is doing at the moment says nothing about it. */
final class Trial {

    /** As long as a usual command. */
    static final double SECONDS = 2.5;

    private static final int TIMES = 3;

    private Trial() {}

    /** Milliseconds. Ends early when its thread is interrupted. */
    static long of(Callable<?> work) throws OrtException {
        once(work);
        long[] took = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new OrtException("interrupted");
            }
            took[i] = once(work);
        }
        return Arrays.stream(took).min().orElseThrow();
    }

    static long once(Callable<?> work) throws OrtException {
        long begun = System.nanoTime();
        try {
            work.call();
        } catch (OrtException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new OrtException(String.valueOf(e.getMessage()));
        }
        return (System.nanoTime() - begun) / 1_000_000;
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
