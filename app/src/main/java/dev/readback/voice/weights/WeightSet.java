package dev.readback.voice.weights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Weights that are of use together only. */
public enum WeightSet {
    /** {@code silero_vad_v6.onnx} */
    VOICE_ACTIVITY,
    /** {@code encoder_model.onnx}, {@code decoder_model_merged.onnx} */
    RECOGNISER_BASE,
    /** The same names, smaller. */
    RECOGNISER_TINY,
    /** {@code llama-tokenizer.js} */
    VOCABULARY,
    /** {@code index.js} */
    PRONUNCIATION,
    /** {@code kokoro-quantized.onnx}, {@code tokenizer.json}, and for each voice {@code voices/ID.bin} */
    VOICE;

    /** As in {@code models/speech.yaml} and for a person: {@code recogniser-base}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<WeightSet> of(String id) {
        return Arrays.stream(values()).filter(set -> set.id().equals(id)).findFirst();
    }
}
