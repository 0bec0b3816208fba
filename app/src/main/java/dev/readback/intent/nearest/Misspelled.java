package dev.readback.intent.nearest;

import dev.readback.spelling.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts words right that are a letter away from one the examples use: "restrat ngnix". Only ever proposed. */
final class Misspelled {

    private static final int LEAST_LETTERS = 4;
    private static final int MOST_WORDS = 20;

    private final Set<String> known;

    /** @param known the words that are right, in lower case */
    Misspelled(Set<String> known) {
        this.known = known;
    }

    /** The same with every such word put right; empty where there is none. */
    Optional<String> corrected(String words) {
        String[] said = words.strip().split("\\s+");
        if (said.length > MOST_WORDS) {
            return Optional.empty();
        }
        String corrected = Arrays.stream(said).map(this::right).collect(Collectors.joining(" "));
        return corrected.equals(String.join(" ", said)) ? Optional.empty() : Optional.of(corrected);
    }

    private String right(String word) {
        String heard = word.toLowerCase(Locale.ROOT);
        if (heard.length() < LEAST_LETTERS || known.contains(heard)) {
            return word;
        }
        List<String> near = known.stream()
                .filter(other -> other.length() >= LEAST_LETTERS
                        && Math.abs(other.length() - heard.length()) <= 1
                        && Nearest.distance(heard, other) == 1)
                .limit(2)
                .toList();
        return near.size() == 1 ? near.getFirst() : word;
    }
}
