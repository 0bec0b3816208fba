package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Readers of slots that need no knowledge of the machine: numbers, spans of time, identifiers, one of several words, any text. */
final class PlainReaders {

    private static final int LONGEST_NUMBER = 8;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_]{0,62}");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})(k|m|g|t)b?");

    private PlainReaders() {}

    /** Whole numbers from {@code least} to {@code most}. */
    static SlotReader number(long least, long most) {
        return (tokens, from, situation) -> {
            List<SlotReading> readings = new ArrayList<>();
            for (int length = 1; length <= LONGEST_NUMBER && from + length <= tokens.size(); length++) {
                if (!NumberWords.isNumber(tokens.word(from + length - 1))
                        && !tokens.word(from + length - 1).equals("and")) {
                    break;
                }
                OptionalLong number =
                        NumberWords.read(tokens.slice(from, from + length).words());
                if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most) {
                    readings.add(SlotReading.sure(String.valueOf(number.getAsLong()), length));
                }
            }
            return readings;
        };
    }

    /** A size as {@code find -size} takes it: "100 megabytes" is {@code 100M}. */
    static SlotReader size() {
        SlotReader amount = number(1, 1_000_000);
        Map<String, String> units = Map.ofEntries(
                Map.entry("kilobytes", "k"),
                Map.entry("kilobyte", "k"),
                Map.entry("kb", "k"),
                Map.entry("k", "k"),
                Map.entry("megabytes", "M"),
                Map.entry("megabyte", "M"),
                Map.entry("megs", "M"),
                Map.entry("mb", "M"),
                Map.entry("gigabytes", "G"),
                Map.entry("gigabyte", "G"),
                Map.entry("gigs", "G"),
                Map.entry("gig", "G"),
                Map.entry("gb", "G"),
                Map.entry("g", "G"),
                Map.entry("m", "M"),
                Map.entry("meg", "M"));
        return (tokens, from, situation) -> {
            var written = SIZE.matcher(tokens.word(from));
            if (written.matches()) {
                String unit = written.group(2);
                return List.of(SlotReading.sure(
                        written.group(1) + (unit.equals("k") ? "k" : unit.toUpperCase(java.util.Locale.ROOT)), 1));
            }
            List<SlotReading> readings = new ArrayList<>();
            if (units.containsKey(tokens.word(from))) {
                readings.add(SlotReading.sure("1" + units.get(tokens.word(from)), 1));
            }
            for (SlotReading number : amount.read(tokens, from, situation)) {
                int unit = from + number.length();
                if (unit < tokens.size() && units.containsKey(tokens.word(unit))) {
                    readings.add(SlotReading.sure(number.value() + units.get(tokens.word(unit)), number.length() + 1));
                }
            }
            return readings;
        };
    }

    /** A name of letters, digits and underscores. */
    static SlotReader identifier(Set<String> common) {
        return (tokens, from, situation) -> {
            Token token = tokens.get(from);
            boolean fits = IDENTIFIER.matcher(token.raw()).matches() && !common.contains(token.word());
            return fits ? List.of(new SlotReading(token.raw(), 1, 6, false)) : List.of();
        };
    }

    /** One of the spoken forms, standing for a fixed value. */
    static SlotReader choice(Map<List<String>, String> values) {
        return (tokens, from, situation) -> {
            List<SlotReading> readings = new ArrayList<>();
            values.forEach((words, value) -> {
                if (tokens.at(from, words)) {
                    readings.add(new SlotReading(value, words.size(), 10, false));
                }
            });
            return readings;
        };
    }

    /** All the words that are left, as they were written. */
    static SlotReader text() {
        return (tokens, from, situation) -> {
            String written = from == tokens.size() - 1
                    ? tokens.get(from).raw()
                    : tokens.from(from).written();
            boolean plain = !written.startsWith("-") && written.chars().noneMatch(Character::isISOControl);
            return plain ? List.of(new SlotReading(written, tokens.size() - from, 1, false)) : List.of();
        };
    }

    /** An IPv4 or IPv6 address, as it is written. */
    static SlotReader address() {
        Pattern address =
                Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?|(?=.*:.*:)[0-9a-fA-F:]{3,39}(/\\d{1,3})?");
        return (tokens, from, situation) -> address.matcher(tokens.word(from)).matches()
                ? List.of(new SlotReading(tokens.get(from).raw(), 1, 10, false))
                : List.of();
    }

    /** Words that stand in quotation marks. */
    static SlotReader quoted() {
        return (tokens, from, situation) -> {
            Token token = tokens.get(from);
            boolean marked = token.start() < tokens.source().length()
                    && "\"'".indexOf(tokens.source().charAt(token.start() == 0 ? 0 : token.start() - 1)) >= 0;
            boolean several = token.raw().contains(" ");
            return marked || several ? List.of(new SlotReading(token.raw(), 1, 9, false)) : List.of();
        };
    }

    /** One word or more, as they were written, with more to come after them. */
    static SlotReader words() {
        return (tokens, from, situation) -> {
            List<SlotReading> readings = new ArrayList<>();
            for (int end = from + 1; end < tokens.size(); end++) {
                String written = end == from + 1
                        ? tokens.get(from).raw()
                        : tokens.slice(from, end).written();
                if (!written.startsWith("-") && written.chars().noneMatch(Character::isISOControl)) {
                    readings.add(new SlotReading(written, end - from, 1, false));
                }
            }
            return readings;
        };
    }

    /** A time zone: {@code Europe/Vienna}, "Europe slash Vienna", {@code UTC}. */
    static SlotReader zone() {
        Pattern part = Pattern.compile("[A-Za-z][A-Za-z_+-]*[0-9]{0,2}(/[A-Za-z][A-Za-z_+-]*[0-9]{0,2}){0,2}");
        return (tokens, from, situation) -> {
            boolean whole = part.matcher(tokens.get(from).raw()).matches();
            boolean spoken =
                    whole && from + 2 < tokens.size() && tokens.word(from + 1).equals("slash");
            if (spoken && part.matcher(tokens.get(from + 2).raw()).matches()) {
                String zone =
                        tokens.get(from).raw() + "/" + tokens.get(from + 2).raw();
                return List.of(SlotReading.sure(zone, 3));
            }
            return whole ? List.of(SlotReading.sure(tokens.get(from).raw(), 1)) : List.of();
        };
    }

    /** Permission bits, three or four octal digits, or a symbolic mode such as {@code u+x}. */
    static SlotReader mode() {
        Pattern symbolic = Pattern.compile("[ugoa]*[+=-][rwxXst]+");
        SlotReader digits = number(0, 7777);
        return (tokens, from, situation) -> {
            if (symbolic.matcher(tokens.word(from)).matches()
                    && !tokens.word(from).startsWith("-")) {
                return List.of(SlotReading.sure(tokens.word(from), 1));
            }
            return digits.read(tokens, from, situation).stream()
                    .filter(reading -> reading.value().matches("[0-7]{3,4}"))
                    .toList();
        };
    }
}
