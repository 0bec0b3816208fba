package dev.readback.voice.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The numbers Kokoro knows phonemes by, out of {@code tokenizer.json}. Thread-safe. */
final class PhonemeNumbers {

    /** The model takes 510 at most; it speaks better when it has fewer. */
    private static final int MOST = 400;

    private final Map<Character, Long> numbers;

    private PhonemeNumbers(Map<Character, Long> numbers) {
        this.numbers = numbers;
    }

    /** @throws IOException where the file is not what it should be */
    static PhonemeNumbers read(Path tokenizer) throws IOException {
        try {
            JsonNode vocabulary = JsonMapper.shared()
                    .readTree(tokenizer.toFile())
                    .path("model")
                    .path("vocab");
            Map<Character, Long> numbers = new HashMap<>();
            vocabulary
                    .properties()
                    .forEach(entry -> numbers.put(
                            entry.getKey().charAt(0), entry.getValue().longValue()));
            if (numbers.isEmpty()) {
                throw new IOException("the tokenizer knows no phonemes");
            }
            return new PhonemeNumbers(numbers);
        } catch (JacksonException e) {
            throw new IOException("the tokenizer cannot be read", e);
        }
    }

    /** Framed by zeros as the model expects; several where it is too long for one, cut where one would breathe. */
    List<long[]> of(String phonemes) {
        List<long[]> parts = new ArrayList<>();
        String rest = phonemes;
        while (rest.length() > MOST) {
            int cut = cut(rest);
            parts.add(framed(rest.substring(0, cut)));
            rest = rest.substring(cut);
        }
        if (!rest.isBlank()) {
            parts.add(framed(rest));
        }
        return parts;
    }

    private static int cut(String phonemes) {
        for (String at : List.of(".", ";", ",", " ")) {
            int last = phonemes.lastIndexOf(at, MOST - 1);
            if (last > MOST / 4) {
                return last + 1;
            }
        }
        return MOST;
    }

    private long[] framed(String phonemes) {
        long[] known = phonemes.chars()
                .mapToObj(phoneme -> numbers.get((char) phoneme))
                .filter(java.util.Objects::nonNull)
                .mapToLong(number -> number)
                .toArray();
        long[] framed = new long[known.length + 2];
        System.arraycopy(known, 0, framed, 1, known.length);
        return framed;
    }
}
