package dev.readback.question;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one place where "don't" does not deny: "yes, and don't ask again for ten minutes". An exact grammar; at most an hour.
 */
final class DontAskAgain {

    private static final Duration LONGEST = Duration.ofMinutes(60);

    private static final Pattern TAIL = Pattern.compile(
            "(?:and )?(?:please )?(?:dont ask|do not ask|no need to ask|stop asking)"
                    + "(?: me)?(?: again)?(?: (?<about>(?:about|for) [a-z0-9 ]{1,60}?))?"
                    + " for (?:the next )?(?<amount>[a-z0-9 ]{1,24}?) (?<unit>minutes?|mins?|hours?)(?: please| thanks| thank you)?");

    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
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
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60));

    private DontAskAgain() {}

    /** How long not to ask, when {@code afterYes}, the words that follow the yes, are exactly that wish. */
    static Optional<Duration> read(Words afterYes) {
        Matcher matcher = TAIL.matcher(afterYes.joined());
        if (!matcher.matches() || deniesElsewhere(matcher)) {
            return Optional.empty();
        }
        return duration(matcher.group("amount"), matcher.group("unit")).filter(DontAskAgain::allowed);
    }

    private static boolean deniesElsewhere(Matcher matcher) {
        String about = matcher.group("about");
        if (about == null) {
            return false;
        }
        Words words = Words.of(about);
        return Vocabulary.DENY.anyIn(words) || Vocabulary.HOLD_OFF.anyIn(words);
    }

    private static boolean allowed(Duration duration) {
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0;
    }

    private static Optional<Duration> duration(String amount, String unit) {
        if (unit.startsWith("h")) {
            return amount.equals("half an")
                    ? Optional.of(Duration.ofMinutes(30))
                    : number(amount).map(Duration::ofHours);
        }
        return number(amount).map(Duration::ofMinutes);
    }

    private static Optional<Integer> number(String amount) {
        if (amount.matches("\\d{1,3}")) {
            return Optional.of(Integer.parseInt(amount));
        }
        String[] parts = amount.split(" ");
        if (parts.length == 2 && isTens(parts[0]) && isDigit(parts[1])) {
            return Optional.of(UNITS.getOrDefault(parts[0], 0) + UNITS.getOrDefault(parts[1], 0));
        }
        return Optional.ofNullable(UNITS.get(amount));
    }

    private static boolean isTens(String word) {
        return UNITS.getOrDefault(word, 0) >= 20;
    }

    private static boolean isDigit(String word) {
        return UNITS.getOrDefault(word, 99) < 10;
    }
}
