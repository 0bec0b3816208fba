package dev.readback.say.insight;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as programs print them, as a person would say them. */
final class EffectsSpans {

    private static final Pattern FIRST = Pattern.compile("(\\d{1,9}) ?([a-z]+)");
    private static final Pattern MOMENT =
            Pattern.compile("\\w{3} \\d{4}-(\\d{2})-(\\d{2}) (\\d{2}:\\d{2}):\\d{2}(?: \\S+)?");
    private static final String[] MONTHS = {
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
        "December"
    };
    private static final Map<String, String> UNITS = Map.of("s", "second", "min", "minute", "h", "hour", "y", "year");

    private EffectsSpans() {}

    /** "for 2 hours" of systemd's {@code 2h 13min}. */
    static String forSpan(String written) {
        Matcher first = FIRST.matcher(written);
        if (!first.find()) {
            return "for " + written.strip();
        }
        long number = Long.parseLong(first.group(1));
        String unit = first.group(2).replaceAll("(?<=..)s$", "");
        return "for " + counted(number, UNITS.getOrDefault(unit, unit));
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** "for 3 days" of a number of seconds. */
    static String forSeconds(long seconds) {
        if (seconds < 120) {
            return "for " + counted(seconds, "second");
        }
        if (seconds < 7200) {
            return "for " + counted(seconds / 60, "minute");
        }
        return "for " + (seconds < 172_800 ? counted(seconds / 3600, "hour") : counted(seconds / 86_400, "day"));
    }

    /** "2 June at 03:00" of {@code Mon 2025-06-02 03:00:00 UTC}. */
    static Optional<String> moment(String written) {
        Matcher moment = MOMENT.matcher(written.strip());
        if (!moment.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(moment.group(1));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(Integer.parseInt(moment.group(2)) + " " + MONTHS[month - 1] + " at " + moment.group(3));
    }
}
