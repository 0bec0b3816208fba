package dev.readback.voice.pipeline.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written as it is to be spoken: only words, single capital letters and the marks of a sentence are left. */
public final class SpokenForm {

    private static final Pattern TOKEN =
            Pattern.compile("^([\"'`(\\[{“‘]*)(.*?)([\"'`)\\]}”’]*)([.,;:!?…]*)([\"'`)\\]}”’]*)$");
    private static final Pattern NUMBER =
            Pattern.compile("([-+]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?(\\p{L}{1,3}|%|°C?)?");
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:([:/])(\\d+))?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?");
    private static final Pattern PORT = Pattern.compile("(.*[\\p{L}\\]].*):(\\d{1,5})");
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?|ssh|ftp)://(.+)");
    private static final Pattern HEX = Pattern.compile("(?=.*\\d)(?=.*[a-f])[0-9a-f]{6,64}");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)");
    private static final Pattern VERSION = Pattern.compile("[vV]?(\\d+(?:\\.\\d+){2,})");
    private static final Pattern PLAIN = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)*");
    private static final List<String> MONTHS =
            List.of("January February March April May June July August September October November December".split(" "));
    private static final int MOST_OF_HEX = 7;

    private SpokenForm() {}

    /** A sentence, or some. */
    public static String of(String written) {
        List<String> spoken = new ArrayList<>();
        String before = "";
        for (String token : written.strip().split("\\s+")) {
            String said = said(token, before);
            if (!said.isBlank()) {
                spoken.add(said);
            }
            before = token;
        }
        return String.join(" ", spoken);
    }

    private static String said(String token, String before) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return token;
        }
        boolean aside = !parts.group(1).isEmpty() && parts.group(1).contains("(");
        String core = core(parts.group(2), before);
        String end = parts.group(4).isEmpty() && parts.group(3).contains(")")
                ? ","
                : parts.group(4).replace('…', '.');
        return core.isEmpty() ? "" : (aside ? ", " : "") + core + (end.isEmpty() ? "" : end.substring(0, 1));
    }

    private static String core(String core, String before) {
        if (core.isEmpty() || PLAIN.matcher(core).matches()) {
            return core.isEmpty() ? "" : apart(core, before).orElseGet(() -> SpokenName.word(core.replace('’', '\'')));
        }
        return measured(core, before)
                .or(() -> network(core))
                .or(() -> moment(core))
                .or(() -> identity(core))
                .orElseGet(() -> SpokenName.of(core));
    }

    /** A unit that stands apart from its number. */
    private static Optional<String> apart(String word, String before) {
        boolean number = before.matches("[\\d.,]*\\d");
        return number && SpokenUnit.standsApart(word) ? SpokenUnit.behind(before, word) : Optional.empty();
    }

    private static Optional<String> measured(String core, String before) {
        Matcher ordinal = ORDINAL.matcher(core);
        if (ordinal.matches() && Integer.parseInt(ordinal.group(1)) > 0) {
            return Optional.of(SpokenNumber.ordinal(Integer.parseInt(ordinal.group(1))));
        }
        Matcher number = NUMBER.matcher(core);
        if (!number.matches()) {
            return apart(core, before);
        }
        String whole = number.group(2).replace(",", "");
        String words = number.group(3) != null
                ? SpokenNumber.decimal(whole, number.group(3))
                : before.toLowerCase(Locale.ROOT).matches("ports?:?")
                        ? SpokenNumber.inPairs(whole)
                        : SpokenNumber.of(whole);
        String sign = number.group(1).equals("-") ? "minus " : number.group(1).equals("+") ? "plus " : "";
        if (number.group(4) == null) {
            return Optional.of(sign + words);
        }
        return SpokenUnit.behind(number.group(3) == null ? whole : "", number.group(4))
                .map(unit -> sign + words + " " + unit);
    }

    private static Optional<String> network(String core) {
        Matcher address = ADDRESS.matcher(core);
        if (address.matches()) {
            List<String> groups = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                groups.add(SpokenNumber.group(address.group(i)));
            }
            String end = address.group(5) == null
                    ? ""
                    : address.group(5).equals("/")
                            ? " slash " + SpokenNumber.of(address.group(6))
                            : " port " + SpokenNumber.inPairs(address.group(6));
            return Optional.of(String.join(" dot ", groups) + end);
        }
        Matcher link = LINK.matcher(core);
        if (link.matches()) {
            return Optional.of(core(link.group(1), ""));
        }
        Matcher port = PORT.matcher(core);
        return port.matches()
                ? Optional.of(core(port.group(1), "") + " port " + SpokenNumber.inPairs(port.group(2)))
                : Optional.empty();
    }

    private static Optional<String> moment(String core) {
        Matcher date = DATE.matcher(core);
        if (date.matches()) {
            int month = Integer.parseInt(date.group(2));
            int day = Integer.parseInt(date.group(3));
            return month < 1 || month > 12 || day < 1 || day > 31
                    ? Optional.empty()
                    : Optional.of(MONTHS.get(month - 1) + " " + SpokenNumber.ordinal(day) + ", "
                            + SpokenNumber.inPairs(date.group(1)));
        }
        Matcher time = TIME.matcher(core);
        if (!time.matches()) {
            return Optional.empty();
        }
        String minutes = time.group(2);
        String said = minutes.equals("00")
                ? "hundred"
                : minutes.startsWith("0") ? "oh " + SpokenNumber.of(minutes.substring(1)) : SpokenNumber.of(minutes);
        return Optional.of(SpokenNumber.of(String.valueOf(Integer.parseInt(time.group(1)))) + " " + said);
    }

    /** Versions, and ids of which the beginning is enough. */
    private static Optional<String> identity(String core) {
        Matcher version = VERSION.matcher(core);
        if (version.matches()) {
            List<String> numbers = new ArrayList<>();
            for (String number : version.group(1).split("\\.")) {
                numbers.add(SpokenNumber.of(number));
            }
            return Optional.of(String.join(" dot ", numbers));
        }
        if (!HEX.matcher(core).matches()) {
            return Optional.empty();
        }
        List<String> signs = new ArrayList<>();
        for (char sign : core.substring(0, Math.min(MOST_OF_HEX, core.length())).toCharArray()) {
            signs.add(
                    Character.isDigit(sign)
                            ? SpokenNumber.digits(String.valueOf(sign))
                            : SpokenName.letters("" + sign));
        }
        return Optional.of(String.join(" ", signs));
    }
}
