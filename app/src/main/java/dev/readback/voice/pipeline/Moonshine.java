package dev.readback.voice.pipeline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Moonshine's encoder and decoder in memory. Sound goes in as samples of 16 kHz, f32[1,samples]; what the encoder makes of it is f32[1,T,width]. Only to be
 * used on a {@link RoomyThread}; several threads may. Holds native memory until closed.
 */
final class Moonshine implements AutoCloseable {

    /** The start and the end of a sentence, as tokens. */
    static final int START = 1;

    static final int END = 2;

    /** Tokens that may be chosen; of the words, {@link Vocabulary#SIZE} come first. */
    static final int TOKENS = 32_768;

    private final MoonshineSize size;
    private final OrtSession encoder;
    private final OrtSession decoder;
    private final String input;
    private final List<String> keys;
    private final List<String> growing;

    private Moonshine(MoonshineSize size, OrtSession encoder, OrtSession decoder) {
        this.size = size;
        this.encoder = encoder;
        this.decoder = decoder;
        this.input = encoder.getInputNames().iterator().next();
        this.keys = keys(size.layers(), "encoder", "decoder");
        this.growing = keys(size.layers(), "decoder");
    }

    /** @throws OrtException when the runtime refuses one of the models */
    static Moonshine open(MoonshineSize size, Path encoder, Path decoder, int threads) throws OrtException {
        OrtSession encoding = Onnx.open(encoder, threads);
        try {
            return new Moonshine(size, encoding, Onnx.open(decoder, threads));
        } catch (OrtException e) {
            encoding.close();
            throw e;
        }
    }

    private static List<String> keys(int layers, String... sides) {
        List<String> keys = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            for (String side : sides) {
                keys.add("." + layer + "." + side + ".key");
                keys.add("." + layer + "." + side + ".value");
            }
        }
        return List.copyOf(keys);
    }

    MoonshineSize size() {
        return size;
    }

    OrtSession decoder() {
        return decoder;
    }

    /** What is kept from one step to the next, for each layer: the ends of {@code past_key_values.0.decoder.key} and so on. */
    List<String> keys() {
        return keys;
    }

    /** Those of them that change with each step. */
    List<String> growing() {
        return growing;
    }

    /** @param stop with which another thread can end it early; it throws then */
    OrtSession.Result encode(float[] samples, OrtSession.RunOptions stop) throws OrtException {
        FloatBuffer buffer = Onnx.floats(samples.length);
        buffer.put(0, samples);
        try (OnnxTensor sound = Onnx.tensor(buffer, 1, samples.length)) {
            return encoder.run(Map.of(input, sound), stop);
        }
    }

    @Override
    public void close() throws OrtException {
        try {
            encoder.close();
        } finally {
            decoder.close();
        }
    }
}
