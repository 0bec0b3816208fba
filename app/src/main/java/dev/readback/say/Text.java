package dev.readback.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Putting words together. */
final class Text {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z_]+)(\\|([a-z]+))?}");

    private Text() {}

    /** A source of values for the places of a template. */
    interface Values {
        String value(String name);
    }

    static String fill(String template, Values values) {
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

    static List<String> lines(String output) {
        return output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Like {@link #lines}, cut at whitespace. */
    static List<List<String>> rows(String output) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(output)) {
            rows.add(Arrays.asList(line.split("\\s+")));
        }
        return rows;
    }

    /** "a", "a and b", "a, b and c"; at most {@code most} of them, then "and 7 more". */
    static String list(List<String> items, int most) {
        if (items.size() <= most) {
            return items.size() < 2
                    ? String.join("", items)
                    : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
        }
        return String.join(", ", items.subList(0, most)) + " and " + (items.size() - most) + " more";
    }

    /** "1 image", "2 images", "2 processes". */
    static String counted(long number, String noun) {
        String plural = noun.endsWith("s")
                ? noun + "es"
                : noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : plural);
    }

    /** "There is 1 image.", "There are no images." */
    static String thereAre(long number, String noun) {
        String counted = number == 0 ? "no " + counted(2, noun).substring(2) : counted(number, noun);
        return "There " + (number == 1 ? "is " : "are ") + counted + ".";
    }

    static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }
}
