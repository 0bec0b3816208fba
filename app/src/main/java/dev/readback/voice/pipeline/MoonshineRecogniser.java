package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import dev.readback.voice.Heard;
import dev.readback.voice.Recogniser;
import dev.readback.voice.SpeechFailure;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Hears with Moonshine, for all conversations: each has one utterance in the queue at most, and they are taken in the order they came, so each has its turn. One
 * that is abandoned gives way within some 10 ms, waiting or being worked on. Thread-safe; holds native memory until closed.
 */
final class MoonshineRecogniser implements Recogniser, AutoCloseable {

    private static final long LOOK_EVERY_MS = 8;

    private final RoomyThread threads;
    private final Moonshine moonshine;
    private final Transcriber transcriber;
    private volatile Names names = new Names(List.of(), Nudge.none());

    /** @param threads on which the models were opened; closed with this */
    MoonshineRecogniser(RoomyThread threads, Moonshine moonshine, Vocabulary vocabulary) {
        this.threads = threads;
        this.moonshine = moonshine;
        this.transcriber = new Transcriber(moonshine, vocabulary);
    }

    /** Names and what they nudge towards: the conversations of a machine speak of the same ones. */
    private record Names(List<String> hints, Nudge nudge) {}

    @Override
    public String name() {
        return moonshine.size().title();
    }

    @Override
    public Heard recognise(float[] samples, List<String> hints, BooleanSupplier abandoned) {
        if (abandoned.getAsBoolean()) {
            return Heard.NOTHING;
        }
        Nudge nudge = nudge(hints);
        try {
            Stop stop = new Stop();
            Future<Heard> hearing = threads.begin(() -> {
                try (stop) {
                    return stop.wanted() ? Heard.NOTHING : transcriber.heard(samples, nudge, stop);
                }
            });
            return awaited(hearing, stop, abandoned);
        } catch (OrtException | OutOfMemoryError e) {
            throw new SpeechFailure("recognition_failed", "I could not make out the words.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Heard.NOTHING;
        }
    }

    private static Heard awaited(Future<Heard> hearing, Stop stop, BooleanSupplier abandoned)
            throws OrtException, InterruptedException {
        try {
            while (!abandoned.getAsBoolean()) {
                try {
                    return hearing.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Not yet: see whether anybody still wants it.
                }
            }
            stop.now();
            return Heard.NOTHING;
        } catch (InterruptedException e) {
            stop.now();
            throw e;
        } catch (ExecutionException e) {
            throw RoomyThread.cause(e);
        }
    }

    private Nudge nudge(List<String> hints) {
        Names known = names;
        if (!known.hints().equals(hints)) {
            known = new Names(List.copyOf(hints), transcriber.towards(hints));
            names = known;
        }
        return known.nudge();
    }

    /** What is being worked on is ended first, since it works with what is given back. */
    @Override
    public void close() {
        threads.close();
        try (RoomyThread last = new RoomyThread("recogniser-end")) {
            last.does(() -> {
                moonshine.close();
                return Heard.NOTHING;
            });
        } catch (OrtException e) {
            throw new IllegalStateException("the recogniser could not be closed", e);
        }
    }
}
