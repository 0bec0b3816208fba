package dev.readback.question;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A set of word sequences to look for. */
record Phrases(List<List<String>> list) {

    /** One phrase a line part, separated by commas; apostrophes left out as {@link Words} leaves them out. */
    static Phrases of(String commaSeparated) {
        return new Phrases(Arrays.stream(commaSeparated.split(","))
                .map(phrase -> List.of(phrase.strip().split("\\s+")))
                .toList());
    }

    boolean anyIn(Words words) {
        return list.stream().anyMatch(words::contains);
    }

    /** How many words the longest of them takes at the start; 0 when none stands there. */
    int lengthAtStart(Words words) {
        return matchesAtStart(words).mapToInt(List::size).max().orElse(0);
    }

    private Stream<List<String>> matchesAtStart(Words words) {
        return list.stream().filter(words::startsWith);
    }
}
