package dev.readback.say;

import java.util.List;
import java.util.Map;

/** Says when a line of a crontab runs, in the forms that are common: "/usr/local/bin/backup daily at 03:00". */
final class CronTime {

    private static final Map<String, String> NICKNAMES = Map.of(
            "@reboot",
            "at boot",
            "@hourly",
            "every hour",
            "@daily",
            "daily at midnight",
            "@midnight",
            "daily at midnight",
            "@weekly",
            "every week",
            "@monthly",
            "every month",
            "@yearly",
            "every year",
            "@annually",
            "every year");
    private static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private CronTime() {}

    static String said(String line) {
        if (line.startsWith("@")) {
            List<String> words = Text.words(line, 2);
            return words.getLast() + " " + NICKNAMES.getOrDefault(words.getFirst(), "");
        }
        List<String> words = Text.words(line, 6);
        return words.size() < 6 ? line : words.get(5) + " " + when(words);
    }

    private static String when(List<String> words) {
        String minute = words.get(0);
        String hour = words.get(1);
        boolean dated = !words.get(2).equals("*");
        if (minute.startsWith("*/")
                && hour.equals("*")
                && !dated
                && words.get(3).equals("*")) {
            return "every " + minute.substring(2) + " minutes";
        }
        if (!words.get(3).equals("*")
                || !Text.isNumber(minute)
                || (dated && !Text.isNumber(words.get(2)))
                || (!Text.isNumber(hour) && !hour.equals("*"))) {
            return "on a schedule of its own";
        }
        String at = "at " + pad(hour) + ":" + pad(minute);
        String day = words.get(4);
        if (hour.equals("*")) {
            return "every hour, at minute " + minute;
        }
        if (dated) {
            return "on day " + words.get(2) + " of the month " + at;
        }
        return day.equals("*")
                ? "daily " + at
                : Text.isNumber(day) && Integer.parseInt(day) < 8
                        ? "every " + DAYS.get(Integer.parseInt(day)) + " " + at
                        : "on some days " + at;
    }

    private static String pad(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
