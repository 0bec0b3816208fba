package dev.readback.voice.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the weights are. The sets: {@code voice-activity} (silero_vad_v6.onnx), {@code recogniser-base} and {@code recogniser-tiny} (encoder_model.onnx,
 * decoder_model_merged.onnx), {@code vocabulary} (llama-tokenizer.js), {@code voice} (kokoro-quantized.onnx, tokenizer.json, voices/*.bin), {@code
 * pronunciation} (index.js). Thread-safe.
 */
public interface Weights {

    /** A file that is there, whole and right. */
    Optional<Path> file(String set, String name);

    /**
     * Brings a set here; returns when it is all there, at once where it was. Blocking.
     *
     * @throws dev.readback.failure.Failure when it cannot be had; the sentence says why
     */
    void fetch(String set, Progress progress);

    /** A folder for what is made of the weights, such as a model in another form. */
    Path made();

    /** How far a fetch has come. */
    @FunctionalInterface
    interface Progress {

        /** @param done of {@code total}, in bytes */
        void at(long done, long total);
    }
}
