package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.readback.voice.pipeline.graph.Rewriting;
import dev.readback.voice.pipeline.words.Pronunciation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Gets the better voice: fetches the weights, has them rewritten, loads them, and tries whether it speaks fast enough here. */
final class KokoroLoading {

    private static final String TRIED = "Yes, the service is running again.";

    /** Until the first sound of a short sentence. */
    private static final long FAST_ENOUGH_MS = 700;

    /** Time it takes to make a second of sound. */
    private static final double REAL_TIME = 0.8;

    private static final int MOST_THREADS = 4;

    private final Weights weights;
    private final Weights.Progress progress;
    private final int cores;

    KokoroLoading(Weights weights, Weights.Progress progress, int cores) {
        this.weights = weights;
        this.progress = progress;
        this.cores = cores;
    }

    /**
     * Empty where it is too slow here.
     *
     * @throws OrtException when the runtime refuses the model
     * @throws IOException when a file is not what it should be
     */
    Optional<Speaking> load() throws OrtException, IOException {
        weights.fetch("pronunciation", progress);
        weights.fetch("voice", progress);
        KokoroVoices voices = KokoroVoices.of(weights);
        Kokoro kokoro = opened(voices);
        try {
            String usual = voices.all().getFirst().id();
            long ms = Trial.of(() -> kokoro.say(TRIED, usual, 1));
            long spoken = kokoro.say(TRIED, usual, 1).length().toMillis();
            if (ms <= FAST_ENOUGH_MS && ms < REAL_TIME * spoken) {
                return Optional.of(new Speaking(new RememberedSounds(kokoro), "Kokoro", voices.all(), kokoro::close));
            }
        } catch (OrtException | RuntimeException | Error e) {
            kokoro.close();
            throw e;
        }
        kokoro.close();
        return Optional.empty();
    }

    Kokoro opened(KokoroVoices voices) throws OrtException, IOException {
        PhonemeNumbers numbers = PhonemeNumbers.read(file("voice", "tokenizer.json"));
        Pronunciation pronunciation = Pronunciation.read(file("pronunciation", "index.js"));
        Path model = RewrittenModel.of(
                file("voice", "kokoro-quantized.onnx"), Rewriting.PLAIN_FLOATS, weights.made(), "kokoro-float");
        RoomyThread thread = new RoomyThread("voice");
        try {
            OrtSession session = thread.does(() -> Onnx.open(model, Math.min(cores, MOST_THREADS)));
            return new Kokoro(thread, session, voices, numbers, pronunciation);
        } catch (OrtException | RuntimeException | Error e) {
            thread.close();
            throw e;
        }
    }

    private Path file(String set, String name) throws IOException {
        return weights.file(set, name).orElseThrow(() -> new IOException(name + " is missing"));
    }
}
