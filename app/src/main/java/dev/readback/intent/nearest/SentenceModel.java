package dev.readback.intent.nearest;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sentence model in memory: a sentence becomes 384 numbers, and sentences that mean the same point the same way (all-MiniLM-L6-v2,
 * Apache-2.0; mean of the word vectors, as its card says). Not thread-safe; holds native memory until closed.
 */
final class SentenceModel implements AutoCloseable {

    static final String NAME = "all-minilm-l6-v2-q";
    static final int SIZE = 384;

    /** ONNX Runtime recurses deep while it loads a model; a usual thread's megabyte ends the whole process. */
    private static final long ROOMY_STACK = 16L << 20;

    private final ExecutorService thread;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel(ExecutorService thread, OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.thread = thread;
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /**
     * @param folder where the model's file is laid, so that it is mapped rather than held in the heap
     * @throws OrtException when the runtime refuses the model
     * @throws LinkageError when the runtime does not go with this machine
     */
    static SentenceModel open(Path folder) throws OrtException {
        ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .daemon()
                .name("sentence-model")
                .stackSize(ROOMY_STACK)
                .factory());
        try {
            return on(thread, () -> open(folder, thread));
        } catch (OrtException | RuntimeException | Error e) {
            thread.shutdown();
            throw e;
        }
    }

    private static SentenceModel open(Path folder, ExecutorService thread) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            OrtSession session = environment.createSession(laidOut(folder).toString(), options);
            return new SentenceModel(thread, environment, session, new WordPieces(vocabulary()));
        }
    }

    /** A vector of length 1, each number times 127 and rounded. */
    byte[] vector(String sentence) throws OrtException {
        return on(thread, () -> computed(sentence));
    }

    private byte[] computed(String sentence) throws OrtException {
        long[][] numbers = {pieces.of(sentence)};
        long[][] ones = {new long[numbers[0].length]};
        Arrays.fill(ones[0], 1);
        try (OnnxTensor words = OnnxTensor.createTensor(environment, numbers);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                OnnxTensor kinds = OnnxTensor.createTensor(environment, new long[1][numbers[0].length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", kinds))) {
            return compact(((float[][][]) result.get(0).getValue())[0]);
        }
    }

    private interface Work<T> {
        T done() throws OrtException;
    }

    private static <T> T on(ExecutorService thread, Work<T> work) throws OrtException {
        try {
            return thread.submit(work::done).get();
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OrtException("interrupted");
        }
    }

    private static OrtException cause(ExecutionException e) {
        return switch (e.getCause()) {
            case OrtException refused -> refused;
            case LinkageError missing -> throw missing;
            case RuntimeException odd -> throw odd;
            case null, default -> new OrtException(String.valueOf(e.getCause()));
        };
    }

    private static byte[] compact(float[][] vectors) {
        float[] sum = new float[SIZE];
        for (float[] vector : vectors) {
            for (int i = 0; i < SIZE; i++) {
                sum[i] += vector[i];
            }
        }
        double squares = 0;
        for (float value : sum) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        byte[] compact = new byte[SIZE];
        for (int i = 0; i < SIZE && length > 0; i++) {
            compact[i] = (byte) Math.round(sum[i] / length * 127);
        }
        return compact;
    }

    private static Path laidOut(Path folder) {
        Path file = folder.resolve(NAME + ".onnx");
        try (InputStream in = resource(NAME + ".onnx")) {
            if (Files.isRegularFile(file) && Files.size(file) == size(NAME + ".onnx")) {
                return file;
            }
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, NAME, ".part");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(String name) throws IOException {
        java.net.URL url = SentenceModel.class.getResource("/" + name);
        return url == null ? -1 : url.openConnection().getContentLengthLong();
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = SentenceModel.class.getResourceAsStream("/" + name);
        if (in == null) {
            throw new IOException(name + " is not on the class path");
        }
        return in;
    }

    private static Map<String, Integer> vocabulary() {
        try (InputStream in = resource(NAME + "-tokenizer.json")) {
            JsonNode vocabulary = JsonMapper.shared().readTree(in).path("model").path("vocab");
            Map<String, Integer> numbers = new HashMap<>(vocabulary.size() * 2);
            vocabulary
                    .properties()
                    .forEach(entry ->
                            numbers.put(entry.getKey(), entry.getValue().intValue()));
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            on(thread, () -> {
                session.close();
                return this;
            });
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model could not be closed", e);
        } finally {
            thread.shutdown();
        }
    }
}
