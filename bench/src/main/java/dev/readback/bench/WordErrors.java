package dev.readback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Word error rate: words wrong, missing or too many, of the words that were said; case, punctuation, fillers and ways to write the same left aside. */
final class WordErrors {

    private static final Set<String> FILLERS = Set.of("uh", "um", "er", "ah", "hmm");

    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("twenty", "20"),
            Map.entry("disc", "disk"),
            Map.entry("discs", "disks"),
            Map.entry("what's", "what is"),
            Map.entry("who's", "who is"));

    private WordErrors() {}

    static int said(String words) {
        return words(words).size();
    }

    static int wrong(String said, String heard) {
        List<String> a = words(said);
        List<String> b = words(heard);
        int[] before = new int[b.size() + 1];
        for (int j = 0; j <= b.size(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.size(); i++) {
            int[] row = new int[b.size() + 1];
            row[0] = i;
            for (int j = 1; j <= b.size(); j++) {
                int change = a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = row;
        }
        return before[b.size()];
    }

    private static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("(?<=\\w)\\.(?=\\w)", " dot ")
                .replace("/", " slash ")
                .replaceAll("[^a-z0-9' ]", " ")
                .replaceAll("\\bengine x\\b", "nginx")
                .replaceAll("\\bh ?top\\b", "htop")
                .replaceAll("\\bpost ?gress?\\b", "postgres");
        List<String> words = new ArrayList<>();
        for (String word : plain.strip().split("\\s+")) {
            for (String one : WRITTEN.getOrDefault(word, word).split(" ")) {
                add(words, one);
            }
        }
        return words;
    }

    /** Digits said one by one are one number. */
    private static void add(List<String> words, String word) {
        boolean digit = word.matches("\\d");
        if (digit && !words.isEmpty() && words.getLast().matches("\\d+")) {
            words.set(words.size() - 1, words.getLast() + word);
        } else if (!word.isEmpty() && !FILLERS.contains(word)) {
            words.add(word);
        }
    }
}
