package dev.readback.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Putting words together, and taking lines apart. */
public final class Text {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z_]+)(\\|([a-z]+))?}");

    private Text() {}

    /** A source of values for the places of a template. */
    interface Values {
        String value(String name);
    }

    public static String fill(String template, Values values) {
        Matcher matcher = PLACE.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.value(matcher.group(1));
            String unit = matcher.group(3);
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement("bytes".equals(unit) ? Units.size(value) : value));
        }
        return matcher.appendTail(filled).toString();
    }

    public static List<String> lines(String output) {
        return output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Like {@link #lines}, cut at whitespace. */
    public static List<List<String>> rows(String output) {
        return lines(output).stream().map(Text::words).toList();
    }

    public static List<String> words(String line) {
        return words(line, Integer.MAX_VALUE);
    }

    /** At most {@code most} of them, the last one holding the rest of the line. */
    public static List<String> words(String line, int most) {
        List<String> words = new ArrayList<>();
        int at = skip(line, 0, true);
        while (at < line.length()) {
            int end = words.size() == most - 1 ? line.length() : skip(line, at, false);
            words.add(line.substring(at, end));
            at = skip(line, end, true);
        }
        return words;
    }

    private static int skip(String line, int from, boolean blanks) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at)) == blanks) {
            at++;
        }
        return at;
    }

    /** Whether it is all digits, one at least. */
    public static boolean isNumber(String word) {
        return !word.isEmpty() && word.length() < 18 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The number that stands first in a word such as {@code 61.3%} or {@code 61,3}; 0 when none does. */
    public static double number(String word) {
        int end = 0;
        while (end < word.length() && end < 18 && "0123456789.,".indexOf(word.charAt(end)) >= 0) {
            end++;
        }
        try {
            return end == 0 ? 0 : Double.parseDouble(word.substring(0, end).replace(',', '.'));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public static String before(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    public static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    /** "a", "a and b", "a, b and c"; at most {@code most} of them, then "and 7 more". */
    public static String list(List<String> items, int most) {
        if (items.size() <= most) {
            return items.size() < 2
                    ? String.join("", items)
                    : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
        }
        return String.join(", ", items.subList(0, most)) + " and " + (items.size() - most) + " more";
    }

    /** "1 image", "2 images", "2 processes". */
    public static String counted(long number, String noun) {
        String plural = noun.endsWith("s")
                ? noun + "es"
                : noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : plural);
    }

    public static String isOrAre(long number) {
        return number == 1 ? " is" : " are";
    }

    /** "There is 1 image.", "There are no images." */
    public static String thereAre(long number, String noun) {
        String counted = number == 0 ? "no " + counted(2, noun).substring(2) : counted(number, noun);
        return "There " + (number == 1 ? "is " : "are ") + counted + ".";
    }

    public static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    public static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }
}
