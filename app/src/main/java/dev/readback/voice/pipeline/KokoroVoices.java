package dev.readback.voice.pipeline;

import dev.readback.voice.SpeechFailure;
import dev.readback.voice.Standing.Voice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kokoro's English voices: one file each, 510 rows of 256 floats, little-endian, a row for each number of phonemes. Read when they are first used. Thread-safe.
 */
final class KokoroVoices {

    private static final int ROWS = 510;
    private static final int WIDTH = 256;

    /** The ones that are rated best by those who made them come first. */
    private static final List<String> KNOWN = List.of(
            "af_heart",
            "af_bella",
            "am_michael",
            "bf_emma",
            "bm_george",
            "am_fenrir",
            "am_puck",
            "af_nicole",
            "af_aoede",
            "af_kore",
            "af_sarah",
            "af_nova",
            "af_sky",
            "af_alloy",
            "bf_isabella",
            "bm_fable",
            "bm_lewis",
            "bm_daniel");

    private final Map<String, Path> files;
    private final Map<String, float[]> read = new ConcurrentHashMap<>();

    private KokoroVoices(Map<String, Path> files) {
        this.files = files;
    }

    static KokoroVoices of(Weights weights) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String id : KNOWN) {
            weights.file("voice", "voices/" + id + ".bin").ifPresent(file -> files.put(id, file));
        }
        if (files.isEmpty()) {
            throw new IOException("there is no voice among the weights");
        }
        return new KokoroVoices(files);
    }

    /** The usual one first. */
    List<Voice> all() {
        List<Voice> voices = new ArrayList<>();
        files.keySet().forEach(id -> voices.add(new Voice(id, title(id))));
        return voices;
    }

    private static String title(String id) {
        String name = id.substring(3, 4).toUpperCase(Locale.ROOT) + id.substring(4);
        return name + (id.startsWith("b") ? " (British)" : "");
    }

    /** How a voice says so many phonemes; the usual one for a voice that is not there. */
    float[] style(String voice, int phonemes) {
        String id = files.containsKey(voice) ? voice : files.keySet().iterator().next();
        float[] rows = read.computeIfAbsent(id, this::rows);
        int row = Math.clamp(phonemes, 0, ROWS - 1);
        return java.util.Arrays.copyOfRange(rows, row * WIDTH, (row + 1) * WIDTH);
    }

    private float[] rows(String id) {
        try {
            float[] rows = new float[ROWS * WIDTH];
            ByteBuffer.wrap(Files.readAllBytes(java.util.Objects.requireNonNull(files.get(id))))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(rows);
            return rows;
        } catch (IOException | java.nio.BufferUnderflowException e) {
            throw new SpeechFailure("synthesis_failed", "The voice " + title(id) + " cannot be read.", e);
        }
    }
}
