package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import dev.readback.voice.Recogniser;
import dev.readback.voice.Speech;
import dev.readback.voice.SpeechFailure;
import dev.readback.voice.VoiceActivity;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What hears on this machine, and how many at once. Thread-safe; holds native memory until closed. */
final class Ear implements AutoCloseable {

    private final Silero silero;
    private final MoonshineRecogniser recogniser;
    private final int seats;
    private int taken;

    /** @param seats how many can be heard in real time, at least 1 */
    Ear(Silero silero, MoonshineRecogniser recogniser, int seats) {
        this.silero = silero;
        this.recogniser = recogniser;
        this.seats = seats;
    }

    String name() {
        return recogniser.name();
    }

    int seats() {
        return seats;
    }

    synchronized int taken() {
        return taken;
    }

    /**
     * A place for one more; empty when all are taken.
     *
     * @param left called when it is given back
     */
    Optional<Speech.Seat> seat(Runnable left) {
        synchronized (this) {
            if (taken >= seats) {
                return Optional.empty();
            }
            taken++;
        }
        try {
            return Optional.of(new Taken(silero.listen(), left));
        } catch (OrtException | OutOfMemoryError e) {
            giveBack();
            throw new SpeechFailure("recognition_failed", "I cannot listen to one more.", e);
        }
    }

    private synchronized void giveBack() {
        taken--;
    }

    /** A seat that is taken. */
    private final class Taken implements Speech.Seat {

        private final SileroActivity activity;
        private final Runnable left;
        private final AtomicBoolean closed = new AtomicBoolean();

        Taken(SileroActivity activity, Runnable left) {
            this.activity = activity;
            this.left = left;
        }

        @Override
        public VoiceActivity activity() {
            return activity;
        }

        @Override
        public Recogniser recogniser() {
            return recogniser;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                activity.close();
                giveBack();
                left.run();
            }
        }
    }

    @Override
    public void close() {
        try {
            recogniser.close();
        } finally {
            silero.close();
        }
    }
}
