package dev.readback.voice.pipeline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.RunOptions;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One utterance being decoded, token by token. What the decoder keeps between steps never leaves native memory: in the first step {@code use_cache_branch} is
 * false, the past is empty, and the keys of the encoder are made, once; after that, only those of the decoder grow. Not thread-safe.
 */
final class Decoding implements AutoCloseable {

    private static final String PAST = "past_key_values";
    private static final String PRESENT = "present";
    private static final String LOGITS = "logits";

    private final Moonshine moonshine;
    private final RunOptions stop;
    private final Result encoded;
    private final LongBuffer token = Onnx.longs(1);
    private final FloatBuffer logits = Onnx.floats(Moonshine.TOKENS);
    private final OnnxTensor chosen;
    private final OnnxTensor likelihoods;
    private final OnnxTensor empty;
    private final OnnxTensor first;
    private final OnnxTensor later;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private @Nullable Result begun;
    private @Nullable Result before;

    /** Encodes the sound. */
    Decoding(Moonshine moonshine, float[] samples, RunOptions stop) throws OrtException {
        this.moonshine = moonshine;
        this.stop = stop;
        this.encoded = moonshine.encode(samples, stop);
        this.chosen = Onnx.tensor(token, 1, 1);
        this.likelihoods = Onnx.tensor(logits, 1, 1, Moonshine.TOKENS);
        this.empty = Onnx.tensor(
                Onnx.floats(0), 0, MoonshineSize.HEADS, 1, moonshine.size().width());
        this.first = OnnxTensor.createTensor(Onnx.environment(), new boolean[] {false});
        this.later = OnnxTensor.createTensor(Onnx.environment(), new boolean[] {true});
        inputs.put("input_ids", chosen);
        inputs.put("encoder_hidden_states", (OnnxTensor) encoded.get(0));
    }

    /** How likely each token is to follow this one: {@link Moonshine#TOKENS} logits, good until the next step; may be written to. */
    FloatBuffer after(int previous) throws OrtException {
        token.put(0, previous);
        boolean beginning = begun == null;
        inputs.put("use_cache_branch", beginning ? first : later);
        if (beginning) {
            moonshine.keys().forEach(key -> inputs.put(PAST + key, empty));
        }
        List<String> kept = beginning ? moonshine.keys() : moonshine.growing();
        Set<String> wanted = kept.stream().map(key -> PRESENT + key).collect(Collectors.toSet());
        Result now = moonshine.decoder().run(inputs, wanted, Map.of(LOGITS, likelihoods), stop);
        for (String key : kept) {
            inputs.put(PAST + key, (OnnxTensor) now.get(PRESENT + key).orElseThrow());
        }
        if (before != null) {
            before.close();
        }
        if (beginning) {
            begun = now;
        } else {
            before = now;
        }
        return logits;
    }

    @Override
    public void close() {
        for (AutoCloseable one : new AutoCloseable[] {chosen, likelihoods, empty, first, later, encoded}) {
            close(one);
        }
        if (begun != null) {
            begun.close();
        }
        if (before != null) {
            before.close();
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("a tensor could not be given back", e);
        }
    }
}
