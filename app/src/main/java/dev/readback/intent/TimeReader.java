package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day and writes it as {@code HH:MM}: "22:30", "ten pm", "half past three", "three thirty", "midnight". */
final class TimeReader implements SlotReader {

    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3])[:.]([0-5]\\d)(am|pm)?");
    private static final Pattern BARE = Pattern.compile("(1[0-2]|0?[1-9])(am|pm)");
    private static final Map<String, String> NAMED = Map.of("midnight", "00:00", "noon", "12:00");
    private static final Set<String> HALVES = Set.of("am", "pm", "a.m", "p.m");

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        List<SlotReading> readings = new ArrayList<>();
        String word = tokens.word(from);
        Matcher clock = CLOCK.matcher(word);
        Matcher bare = BARE.matcher(word);
        if (NAMED.containsKey(word)) {
            readings.add(SlotReading.sure(NAMED.getOrDefault(word, ""), 1));
        } else if (clock.matches()) {
            String half = clock.group(3) == null ? "" : clock.group(3);
            add(tokens, from, 1, Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)), half, readings);
        } else if (bare.matches()) {
            add(tokens, from, 1, Integer.parseInt(bare.group(1)), 0, bare.group(2), readings);
        } else if (tokens.at(from, List.of("half", "past"))) {
            hour(tokens, from + 2).ifPresent(hour -> add(tokens, from, 3, hour, 30, "", readings));
        } else {
            spoken(tokens, from, readings);
        }
        return readings;
    }

    private static void spoken(Tokens tokens, int from, List<SlotReading> readings) {
        hour(tokens, from).ifPresent(hour -> {
            add(tokens, from, 1, hour, 0, "", readings);
            for (int length = 1; length <= 2 && from + 1 + length <= tokens.size(); length++) {
                int taken = length;
                NumberWords.read(tokens.slice(from + 1, from + 1 + length).words())
                        .ifPresent(minutes -> {
                            if (minutes >= 10 && minutes <= 59) {
                                add(tokens, from, 1 + taken, hour, (int) minutes, "", readings);
                            }
                        });
            }
        });
    }

    private static Optional<Integer> hour(Tokens tokens, int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        var number = NumberWords.read(List.of(tokens.word(at)));
        return number.isPresent() && number.getAsLong() <= 23
                ? Optional.of((int) number.getAsLong())
                : Optional.empty();
    }

    private static void add(
            Tokens tokens, int from, int length, int hour, int minute, String half, List<SlotReading> readings) {
        int next = from + length;
        String after = next < tokens.size() ? tokens.word(next) : "";
        boolean spelled = next + 1 < tokens.size()
                && Set.of("a", "p").contains(after)
                && tokens.word(next + 1).equals("m");
        if (HALVES.contains(after) || spelled) {
            readings.add(SlotReading.sure(of24(hour, minute, after.substring(0, 1)), length + (spelled ? 2 : 1)));
        } else if (after.equals("o'clock") || after.equals("oclock")) {
            readings.add(SlotReading.sure(of24(hour, minute, half), length + 1));
        }
        readings.add(SlotReading.sure(of24(hour, minute, half), length));
    }

    private static String of24(int hour, int minute, String half) {
        int of24 = half.startsWith("p") && hour < 12 ? hour + 12 : half.startsWith("a") && hour == 12 ? 0 : hour;
        return "%02d:%02d".formatted(of24, minute);
    }
}
