package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Numbers as people say them: "twenty five", "last hundred", "four four three", "thirty three oh six". */
final class NumberWords {

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("oh", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    private static final int MOST_DIGITS = 9;

    private NumberWords() {}

    static boolean isNumber(String word) {
        return SMALL.containsKey(word) || word.equals("hundred") || word.equals("thousand") || isDigits(word);
    }

    private static boolean isDigits(String word) {
        return !word.isEmpty() && word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The number that all of these words are, or empty. */
    static OptionalLong read(List<String> words) {
        if (words.size() == 1 && isDigits(words.getFirst())) {
            return OptionalLong.of(Long.parseLong(words.getFirst()));
        }
        boolean scaled = words.contains("hundred") || words.contains("thousand");
        return scaled ? cardinal(words) : strung(words);
    }

    private static OptionalLong cardinal(List<String> words) {
        long total = 0;
        long group = 0;
        for (String word : words) {
            if (word.equals("thousand")) {
                total += Math.max(group, 1) * 1000;
                group = 0;
            } else if (word.equals("hundred")) {
                group = Math.max(group, 1) * 100;
            } else if (SMALL.containsKey(word)) {
                group += SMALL.get(word);
            } else if (isDigits(word)) {
                group += Long.parseLong(word);
            } else if (!word.equals("and") && !word.equals("a")) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(total + group);
    }

    /** Numbers said one after the other, as in "fifty four thirty two". */
    private static OptionalLong strung(List<String> words) {
        StringBuilder digits = new StringBuilder();
        List<String> rest = new ArrayList<>(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (isDigits(word)) {
                if (word.length() > 1 && words.size() > 1) {
                    return OptionalLong.empty(); // "12 34" are two numbers; only single digits are strung together
                }
                digits.append(word);
                continue;
            }
            Integer value = SMALL.get(word);
            if (value == null) {
                return OptionalLong.empty();
            }
            boolean tens = value >= 20 && !rest.isEmpty() && isUnit(rest.getFirst());
            digits.append(tens ? value + SMALL.getOrDefault(rest.removeFirst(), 0) : value);
        }
        return isDigits(digits.toString()) ? OptionalLong.of(Long.parseLong(digits.toString())) : OptionalLong.empty();
    }

    private static boolean isUnit(String word) {
        int value = SMALL.getOrDefault(word, 0);
        return value >= 1 && value <= 9;
    }
}
