package dev.readback.intent.nearest;

import ai.onnxruntime.OrtException;
import dev.readback.intent.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks by the angle between sentence vectors. Holds the model until closed. Thread-safe: one sentence at a time. */
final class Vectors implements Ranking, AutoCloseable {

    private static final Bounds BOUNDS = new Bounds(0.58f, 0.72f, 0.35f);
    private static final float UNIT = 127f * 127f;

    private final SentenceModel model;
    private final List<Example> examples;
    private final byte[] vectors;

    private Vectors(SentenceModel model, List<Example> examples, byte[] vectors) {
        this.model = model;
        this.examples = examples;
        this.vectors = vectors;
    }

    /**
     * Opens the model, and works out the vectors of the examples where none are kept.
     *
     * @throws OrtException when the runtime refuses the model
     * @throws LinkageError when the runtime does not go with this machine
     */
    static Vectors open(Path folder, List<Example> examples) throws OrtException {
        List<String> sentences = examples.stream().map(Example::sentence).toList();
        SentenceModel model = SentenceModel.open(folder);
        VectorFile file = new VectorFile(folder, sentences);
        byte[] vectors = file.read().orElse(new byte[0]);
        if (vectors.length == 0) {
            vectors = workedOut(model, sentences);
            file.write(vectors);
        }
        return new Vectors(model, examples, vectors);
    }

    private static byte[] workedOut(SentenceModel model, List<String> sentences) throws OrtException {
        byte[] vectors = new byte[sentences.size() * SentenceModel.SIZE];
        for (int i = 0; i < sentences.size(); i++) {
            System.arraycopy(model.vector(sentences.get(i)), 0, vectors, i * SentenceModel.SIZE, SentenceModel.SIZE);
        }
        return vectors;
    }

    @Override
    public synchronized List<Ranked> rank(String words) {
        byte[] said = vector(words);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            float score = dot(said, i * SentenceModel.SIZE) / UNIT;
            if (score > BOUNDS.topic()) {
                ranked.add(new Ranked(examples.get(i), score));
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked;
    }

    @Override
    public Bounds bounds() {
        return BOUNDS;
    }

    private byte[] vector(String words) {
        try {
            return model.vector(words);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed", e);
        }
    }

    private int dot(byte[] said, int from) {
        int sum = 0;
        for (int i = 0; i < SentenceModel.SIZE; i++) {
            sum += said[i] * vectors[from + i];
        }
        return sum;
    }

    @Override
    public synchronized void close() {
        model.close();
    }
}
