package dev.readback.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something to say, and where one may pause in it.
 *
 * @param changes whether it must be asked about before anything runs
 */
record Sentence(boolean changes, List<Part> parts) {

    private static final String FILLER = "uh";

    /** Words that are said in one go. */
    record Part(Before before, String words) {}

    /** What a pause before a part would come after. */
    enum Before {
        NOTHING,
        HESITATION,
        WHOLE_REQUEST
    }

    static List<Sentence> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(Sentence.class.getResourceAsStream("/voice-sentences.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Sentence::read)
                    .toList();
        }
    }

    /** The words without pauses and fillers: what should be understood. */
    String words() {
        return parts.stream()
                .map(Part::words)
                .filter(words -> !words.equals(FILLER))
                .collect(Collectors.joining(" "));
    }

    private static Sentence read(String line) {
        List<Part> parts = new ArrayList<>();
        Before before = Before.NOTHING;
        List<String> words = new ArrayList<>();
        String[] tokens = line.strip().split("\\s+");
        for (int i = 1; i < tokens.length; i++) {
            if (tokens[i].startsWith("/")) {
                parts.add(new Part(before, String.join(" ", words)));
                words.clear();
                before = tokens[i].equals("//") ? Before.WHOLE_REQUEST : Before.HESITATION;
            } else {
                words.add(tokens[i]);
            }
        }
        parts.add(new Part(before, String.join(" ", words)));
        return new Sentence(tokens[0].equals("change"), List.copyOf(parts));
    }
}
