package dev.readback.intent;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a moment in the past, as {@code journalctl --since}, {@code dmesg --since} and {@code find -newermt} all take it: {@code today},
 * {@code 2 hours ago}, {@code 08:30} (of today), {@code 2026-03-02}.
 */
final class SinceReader implements SlotReader {

    private static final Pattern UNIT = Pattern.compile("(second|sec|minute|min|hour|hr|day|week|month|year)s?");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,4})(s|m|min|h|hr|hrs|d|w)");
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");
    private static final Pattern HALF_DAY = Pattern.compile("(1[0-2]|[1-9])(am|pm)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Map<String, String> SHORT_UNITS = Map.of(
            "s", "second", "m", "minute", "min", "minute", "h", "hour", "hr", "hour", "hrs", "hour", "d", "day", "w",
            "week");

    private static final Map<List<String>, String> NAMED = Map.ofEntries(
            Map.entry(List.of("today"), "today"),
            Map.entry(List.of("yesterday"), "yesterday"),
            Map.entry(List.of("midnight"), "today"),
            Map.entry(List.of("noon"), "12:00"),
            Map.entry(List.of("lunch"), "12:00"),
            Map.entry(List.of("this", "morning"), "today"),
            Map.entry(List.of("morning"), "today"),
            Map.entry(List.of("this", "afternoon"), "12:00"),
            Map.entry(List.of("yesterday", "morning"), "yesterday"),
            Map.entry(List.of("yesterday", "afternoon"), "yesterday"),
            Map.entry(List.of("yesterday", "evening"), "yesterday"),
            Map.entry(List.of("yesterday", "night"), "yesterday"),
            Map.entry(List.of("last", "night"), "yesterday"),
            Map.entry(List.of("night"), "yesterday"),
            Map.entry(List.of("overnight"), "yesterday"),
            Map.entry(List.of("during", "night"), "yesterday"),
            Map.entry(List.of("tonight"), "today"),
            Map.entry(List.of("day", "before", "yesterday"), "2 days ago"),
            Map.entry(List.of("half", "hour"), "30 minutes ago"),
            Map.entry(List.of("half", "an", "hour"), "30 minutes ago"),
            Map.entry(List.of("quarter", "hour"), "15 minutes ago"),
            Map.entry(List.of("quarter", "of", "an", "hour"), "15 minutes ago"),
            Map.entry(List.of("hour", "and", "a", "half"), "90 minutes ago"),
            Map.entry(List.of("couple", "minutes"), "2 minutes ago"),
            Map.entry(List.of("couple", "of", "minutes"), "2 minutes ago"),
            Map.entry(List.of("couple", "hours"), "2 hours ago"),
            Map.entry(List.of("couple", "of", "hours"), "2 hours ago"),
            Map.entry(List.of("couple", "of", "days"), "2 days ago"),
            Map.entry(List.of("few", "minutes"), "5 minutes ago"),
            Map.entry(List.of("few", "hours"), "3 hours ago"),
            Map.entry(List.of("few", "days"), "3 days ago"));

    private static final int LONGEST_NAMED = 4;

    private final SlotReader amount = PlainReaders.number(1, 10_000);
    private final Clock clock;

    SinceReader(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        List<SlotReading> readings = new ArrayList<>();
        named(tokens, from, readings);
        written(tokens, from, readings);
        day(tokens, from, readings);
        oClock(tokens, from, situation, readings);
        amounts(tokens, from, situation, readings);
        return readings;
    }

    private static void named(Tokens tokens, int from, List<SlotReading> readings) {
        for (int length = 1; length <= LONGEST_NAMED && from + length <= tokens.size(); length++) {
            String moment = NAMED.get(tokens.slice(from, from + length).words());
            if (moment != null) {
                add(tokens, moment, from, length, readings);
            }
        }
        Matcher unit = UNIT.matcher(tokens.word(from));
        if (unit.matches()) {
            add(tokens, ago("1", unit.group(1)), from, 1, readings);
        }
    }

    private static void written(Tokens tokens, int from, List<SlotReading> readings) {
        String word = tokens.word(from);
        Matcher brief = SHORT.matcher(word);
        Matcher halfDay = HALF_DAY.matcher(word);
        if (brief.matches()) {
            add(tokens, ago(brief.group(1), SHORT_UNITS.getOrDefault(brief.group(2), "minute")), from, 1, readings);
        } else if (CLOCK.matcher(word).matches()) {
            readings.add(SlotReading.sure(word.length() == 4 ? "0" + word : word, 1));
        } else if (DATE.matcher(word).matches()) {
            readings.add(SlotReading.sure(word, 1));
        } else if (halfDay.matches()) {
            readings.add(SlotReading.sure(hour(Integer.parseInt(halfDay.group(1)), halfDay.group(2)), 1));
        }
    }

    /** "Since Monday" is the last one; "this week" began on Monday. */
    private void day(Tokens tokens, int from, List<SlotReading> readings) {
        boolean led = List.of("last", "this").contains(tokens.word(from)) && from + 1 < tokens.size();
        String word = tokens.word(led ? from + 1 : from);
        LocalDate today = LocalDate.now(clock);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(word)) {
                readings.add(SlotReading.sure(
                        today.with(TemporalAdjusters.previousOrSame(day)).toString(), led ? 2 : 1));
            }
        }
        if (word.equals("weekend")) {
            LocalDate saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
            readings.add(SlotReading.sure(saturday.toString(), led ? 2 : 1));
        }
        if (led && tokens.word(from).equals("this") && word.equals("week")) {
            LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            readings.add(SlotReading.sure(monday.toString(), 2));
        }
        if (led && tokens.word(from).equals("this") && word.equals("month")) {
            readings.add(SlotReading.sure(today.withDayOfMonth(1).toString(), 2));
        }
    }

    /** "Eight o'clock", "eight thirty", "9 pm". */
    private void oClock(Tokens tokens, int from, Situation situation, List<SlotReading> readings) {
        for (SlotReading number : amount.read(tokens, from, situation)) {
            int next = from + number.length();
            String word = next < tokens.size() ? tokens.word(next) : "";
            int hour = Integer.parseInt(number.value());
            if (hour <= 23
                    && List.of("o'clock", "oclock", "am", "pm", "hundred").contains(word)) {
                readings.add(SlotReading.sure(hour(hour, word), number.length() + 1));
            }
        }
    }

    private void amounts(Tokens tokens, int from, Situation situation, List<SlotReading> readings) {
        for (SlotReading number : amount.read(tokens, from, situation)) {
            int next = from + number.length();
            Matcher unit = UNIT.matcher(next < tokens.size() ? tokens.word(next) : "");
            if (unit.matches()) {
                add(tokens, ago(number.value(), unit.group(1)), from, number.length() + 1, readings);
            }
        }
    }

    /** "Two hours" and "two hours ago" are the same moment. */
    private static void add(Tokens tokens, String moment, int from, int length, List<SlotReading> readings) {
        readings.add(SlotReading.sure(moment, length));
        if (from + length < tokens.size() && tokens.word(from + length).equals("ago")) {
            readings.add(SlotReading.sure(moment, length + 1));
        }
    }

    private static String hour(int hour, String half) {
        int of24 = half.equals("pm") && hour < 12 ? hour + 12 : half.equals("am") && hour == 12 ? 0 : hour;
        return "%02d:00".formatted(of24);
    }

    private static String ago(String number, String unit) {
        String one = switch (unit) {
            case "min" -> "minute";
            case "sec" -> "second";
            case "hr" -> "hour";
            default -> unit;
        };
        return number + " " + one + (number.equals("1") ? "" : "s") + " ago";
    }
}
