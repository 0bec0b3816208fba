package dev.readback.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says dates and spans as programs print them the way people do. */
final class Calendar {

    private static final Map<String, String> DAYS = Map.of(
            "Mon",
            "Monday",
            "Tue",
            "Tuesday",
            "Wed",
            "Wednesday",
            "Thu",
            "Thursday",
            "Fri",
            "Friday",
            "Sat",
            "Saturday",
            "Sun",
            "Sunday");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final Pattern DATE = Pattern.compile(
            "^(\\w{3}) (?:(\\w{3}) {1,2}(\\d{1,2})|(\\d{1,2}) (\\w{3}) \\d{4}) (\\d{1,2}):(\\d{2}):\\d{2}( [AP]M)? ?(\\S{1,6})?(?: \\d{4})?$");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})");
    private static final Pattern SHORT = Pattern.compile("(\\d)(min|h|s)\\b");
    private static final Pattern ONE = Pattern.compile("\\b1 (day|hour|minute|second|week|month|year)s\\b");

    private Calendar() {}

    static String day(String abbreviated) {
        return DAYS.getOrDefault(abbreviated, abbreviated);
    }

    static String month(String abbreviated) {
        return MONTHS.stream()
                .filter(month -> month.startsWith(abbreviated))
                .findFirst()
                .orElse(abbreviated);
    }

    /** "3 March" of {@code 2026-03-03}. */
    static String date(String iso) {
        int month = (int) Text.number(iso.substring(5, 7));
        return month < 1 || month > 12 ? iso : (int) Text.number(iso.substring(8, 10)) + " " + MONTHS.get(month - 1);
    }

    /** "14:02 UTC on Tuesday, 3 March" of what date prints; empty when it is in another form. */
    static Optional<String> spoken(String printed) {
        Matcher date = DATE.matcher(printed.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        String month = date.group(2) == null ? date.group(5) : date.group(2);
        String day = date.group(3) == null ? date.group(4) : date.group(3);
        String half = date.group(8) == null ? "" : date.group(8);
        String zone = date.group(9) == null ? "" : " " + date.group(9);
        return Optional.of(date.group(6) + ":" + date.group(7) + half + zone + " on " + day(date.group(1)) + ", "
                + (int) Text.number(day) + " " + month(month));
    }

    /** "23 days" of {@code 23 days, 4:11}; "4 hours and 11 minutes" of {@code 4:11}. */
    static String up(String written) {
        String first = Text.before(written, ",").strip();
        Matcher clock = CLOCK.matcher(first);
        if (clock.matches()) {
            long minutes = Long.parseLong(clock.group(2));
            String hours = Text.counted(Long.parseLong(clock.group(1)), "hour");
            return minutes == 0 ? hours : hours + " and " + Text.counted(minutes, "minute");
        }
        return first.endsWith(" min")
                ? (int) Text.number(first) + (first.startsWith("1 ") ? " minute" : " minutes")
                : first;
    }

    /** "1 day" of {@code 1 day 6h}, "5 minutes" of {@code 5min}: the biggest unit is enough for the ear. */
    static String span(String written) {
        String words = SHORT.matcher(written)
                .replaceAll(match -> match.group(1)
                        + switch (match.group(2)) {
                            case "min" -> " minutes";
                            case "h" -> " hours";
                            default -> " seconds";
                        });
        List<String> parts = Text.words(ONE.matcher(words).replaceAll("1 $1"));
        return parts.size() < 2 ? words : parts.get(0) + " " + parts.get(1);
    }
}
