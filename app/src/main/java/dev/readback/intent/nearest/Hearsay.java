package dev.readback.intent.nearest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Tells words that are about doing something from words that ask for it. Too careful rather than not careful enough. */
final class Hearsay {

    private static final Set<String> MARKS = Set.of(
            "not",
            "don't",
            "dont",
            "never",
            "without",
            "said",
            "says",
            "told",
            "tells",
            "asked",
            "heard",
            "if",
            "unless",
            "when",
            "would",
            "should",
            "could've",
            "did",
            "was",
            "were",
            "had",
            "has",
            "have",
            "been",
            "yesterday",
            "why",
            "who",
            "joke",
            "story",
            "song",
            "poem",
            "imagine",
            "pretend",
            "suppose",
            "wonder",
            "hypothetically",
            "happens",
            "think",
            "movie",
            "book",
            "game",
            "love",
            "hate",
            "like",
            "hope",
            "wish");

    private Hearsay() {}

    static boolean in(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}']+"))
                .anyMatch(MARKS::contains);
    }
}
