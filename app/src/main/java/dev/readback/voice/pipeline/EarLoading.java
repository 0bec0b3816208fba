package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import dev.readback.voice.pipeline.graph.Rewriting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets what hears: fetches the weights, loads them, and tries which size is fast enough here. */
final class EarLoading {

    private static final Logger LOG = LoggerFactory.getLogger(EarLoading.class);

    /** Longer than this for a usual command would be felt. */
    private static final long FAST_ENOUGH_MS = 300;

    /** Another thread must bring this much to be worth a core. */
    private static final double WORTH_A_CORE = 0.85;

    /** A conversation asks for the same words about four times: while they are spoken, when they may be over, when they are. */
    private static final int ASKED = 4;

    /** Of the cores; the rest is for speaking and for what is asked for. */
    private static final double SHARE = 0.6;

    private static final int MOST_SEATS = 16;

    private final Weights weights;
    private final Weights.Progress progress;
    private final int cores;

    EarLoading(Weights weights, Weights.Progress progress, int cores) {
        this.weights = weights;
        this.progress = progress;
        this.cores = cores;
    }

    /**
     * @throws OrtException when the runtime refuses a model
     * @throws IOException when a file is not what it should be
     */
    Ear load(Room room) throws OrtException, IOException {
        weights.fetch("voice-activity", progress);
        weights.fetch("vocabulary", progress);
        Silero silero = Silero.open(file("voice-activity", "silero_vad_v6.onnx"));
        try {
            Tried tried = room == Room.PLENTY ? fastest(MoonshineSize.BASE) : fastest(MoonshineSize.TINY);
            if (tried.size() == MoonshineSize.BASE && tried.ms() > FAST_ENOUGH_MS) {
                tried = fastest(MoonshineSize.TINY);
            }
            return new Ear(silero, recogniser(tried.size(), tried.threads()), seats(tried));
        } catch (OrtException | IOException | RuntimeException | Error e) {
            silero.close();
            throw e;
        }
    }

    /**
     * @param ms for a usual command
     * @param threads one recognition uses
     */
    private record Tried(MoonshineSize size, int threads, long ms) {}

    private Tried fastest(MoonshineSize size) throws OrtException, IOException {
        weights.fetch(size.set(), progress);
        Tried one = tried(size, 1);
        if (cores < 2) {
            return one;
        }
        Tried two = tried(size, 2);
        return two.ms() < one.ms() * WORTH_A_CORE ? two : one;
    }

    private Tried tried(MoonshineSize size, int threads) throws OrtException, IOException {
        Path encoder = file(size.set(), "encoder_model.onnx");
        Path decoder = decoder(size);
        try (RoomyThread thread = new RoomyThread("recogniser-trial")) {
            return thread.does(() -> {
                try (Moonshine moonshine = Moonshine.open(size, encoder, decoder, threads)) {
                    float[] clip = Trial.clip();
                    return new Tried(size, threads, Trial.of(() -> Transcriber.trial(moonshine, clip)));
                }
            });
        }
    }

    /**
     * Loads one size and warms it up.
     *
     * @param threads one recognition uses
     */
    MoonshineRecogniser recogniser(MoonshineSize size, int threads) throws OrtException, IOException {
        Vocabulary vocabulary = Vocabulary.read(file("vocabulary", "llama-tokenizer.js"));
        Path encoder = file(size.set(), "encoder_model.onnx");
        Path decoder = decoder(size);
        RoomyThread workers = new RoomyThread("recogniser", Math.clamp(cores / (2L * threads), 1, 2));
        try {
            Moonshine moonshine = workers.does(() -> Moonshine.open(size, encoder, decoder, threads));
            MoonshineRecogniser recogniser = new MoonshineRecogniser(workers, moonshine, vocabulary);
            recogniser.recognise(Trial.clip(), List.of(), () -> false);
            return recogniser;
        } catch (OrtException | RuntimeException | Error e) {
            workers.close();
            throw e;
        }
    }

    /** The one that was made faster; as it was published where that cannot be had. */
    private Path decoder(MoonshineSize size) throws IOException {
        Path published = file(size.set(), "decoder_model_merged.onnx");
        try {
            return RewrittenModel.of(published, Rewriting.QUANTISED_HEAD, weights.made(), size.set() + "-decoder");
        } catch (IOException e) {
            LOG.warn("The decoder of {} is used as it was published, which is slower", size.title(), e);
            return published;
        }
    }

    /** As many as can be heard in real time when all of them talk. */
    private int seats(Tried tried) {
        double each = ASKED * tried.ms() * tried.threads() / (1000 * Trial.SECONDS);
        return Math.clamp((long) (cores * SHARE / Math.max(0.001, each)), 1, MOST_SEATS);
    }

    private Path file(String set, String name) throws IOException {
        return weights.file(set, name).orElseThrow(() -> new IOException(name + " is missing"));
    }
}
