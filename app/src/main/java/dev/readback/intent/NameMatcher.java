package dev.readback.intent;

import dev.readback.spelling.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes words for the name that was meant: exactly, by the lexicon of mishearings (both certain), or by sound and spelling (a guess). */
final class NameMatcher {

    private static final int LEAST_LETTERS = 4;
    private static final int LEAST_PART = 3;

    /** Spoken form → the names it may stand for, the usual one first. */
    private final Map<String, List<String>> lexicon;

    NameMatcher(Map<String, List<String>> lexicon) {
        this.lexicon = Map.copyOf(lexicon);
    }

    /** A name, and whether it was guessed. */
    record Named(String name, boolean guessed) {}

    Optional<Named> exact(List<String> words, Set<String> existing) {
        String joined = String.join("", words);
        for (String name : existing) {
            if (bare(name).equals(bare(joined))) {
                return Optional.of(new Named(name, false));
            }
        }
        List<String> meant = lexicon.get(String.join(" ", words));
        if (meant == null) {
            return Optional.empty();
        }
        Optional<Named> whole = meant.stream().anyMatch(existing::contains)
                ? Optional.empty()
                : partOf(List.of(meant.getFirst().split("[-_.@]")), existing);
        return Optional.of(whole.orElseGet(() -> new Named(existingOf(meant, existing), false)));
    }

    /** One that exists and is written so but for its dashes and dots. */
    Optional<Named> existing(List<String> words, Set<String> existing) {
        String heard = bare(String.join("", words));
        return existing.stream()
                .filter(name -> !heard.isEmpty() && bare(name).equals(heard))
                .findFirst()
                .map(name -> new Named(name, false));
    }

    private static String existingOf(List<String> meant, Set<String> existing) {
        return meant.stream().filter(existing::contains).findFirst().orElse(meant.getFirst());
    }

    /** The one name that sounds or is spelled nearly like the words; empty when none does, or two do equally. */
    Optional<Named> guess(List<String> words, Set<String> existing) {
        String heard = bare(String.join("", SpokenName.write(words)));
        if (heard.length() < LEAST_LETTERS) {
            return Optional.empty();
        }
        return nearest(heard, existing).or(() -> partOf(words, existing)).or(() -> nearest(heard, canonical()));
    }

    /** The one existing name that has all these words among its parts: "billing" for {@code billing-api}. */
    private static Optional<Named> partOf(List<String> words, Set<String> existing) {
        List<String> whole = existing.stream()
                .filter(name -> words.stream().allMatch(word -> isPart(word, name)))
                .toList();
        return whole.size() == 1 ? Optional.of(new Named(whole.getFirst(), true)) : Optional.empty();
    }

    private static boolean isPart(String word, String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[-_.@]")).stream()
                .anyMatch(part -> part.equals(word) || (word.length() >= LEAST_PART && part.startsWith(word)));
    }

    private Collection<String> canonical() {
        return lexicon.values().stream().map(List::getFirst).distinct().toList();
    }

    private static Optional<Named> nearest(String heard, Collection<String> names) {
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        boolean tied = false;
        for (String name : names) {
            int distance = near(heard, bare(name));
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
                tied = false;
            } else if (distance == bestDistance && distance < Integer.MAX_VALUE) {
                tied = true;
            }
        }
        return best.isEmpty() || tied ? Optional.empty() : Optional.of(new Named(best, true));
    }

    /** Edit distance where it is small enough for a guess, else {@link Integer#MAX_VALUE}. */
    private static int near(String heard, String name) {
        if (name.length() < LEAST_LETTERS || Math.abs(heard.length() - name.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        int distance = Nearest.distance(heard, name);
        int length = Math.max(heard.length(), name.length());
        boolean spelled = distance <= (length >= 9 ? 2 : length >= 5 ? 1 : 0);
        boolean sounds = distance * 2 <= length && Phonetics.alike(heard, name);
        return spelled || sounds ? distance : Integer.MAX_VALUE;
    }

    private static String bare(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != '.' && c != ' ') {
                bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
