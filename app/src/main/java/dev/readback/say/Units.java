package dev.readback.say;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as a person would say them. */
final class Units {

    private static final Pattern SIZE = Pattern.compile("([0-9]+(?:[.,][0-9]+)?)\\s*([BKMGTPkmg]?)i?[Bb]?");
    private static final List<String> SCALES =
            List.of("bytes", "kilobytes", "megabytes", "gigabytes", "terabytes", "petabytes");
    private static final List<String> SMALL = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Units() {}

    /** "80 gigabytes" of {@code 80G}, {@code 80Gi} or {@code 80GB}; as it stands when it is no size. */
    static String size(String written) {
        Matcher matcher = SIZE.matcher(written.strip());
        if (!matcher.matches()) {
            return written;
        }
        String number = matcher.group(1).replace(',', '.').replaceAll("\\.0+$", "");
        int scale = "BKMGTP"
                .indexOf(matcher.group(2).isEmpty() ? "B" : matcher.group(2).toUpperCase(Locale.ROOT));
        return number + " " + (number.equals("1") ? SCALES.get(scale).replaceAll("s$", "") : SCALES.get(scale));
    }

    /** The number of bytes that {@code 1.5G} is, about. */
    static double bytes(String written) {
        Matcher matcher = SIZE.matcher(written.strip());
        if (!matcher.matches()) {
            return 0;
        }
        int scale = "BKMGTP"
                .indexOf(matcher.group(2).isEmpty() ? "B" : matcher.group(2).toUpperCase(Locale.ROOT));
        return Double.parseDouble(matcher.group(1).replace(',', '.')) * Math.pow(1024, scale);
    }

    /** "3.4 gigabytes" of a number of bytes, by powers of 1024. */
    static String bytes(double amount) {
        int scale = 0;
        double left = amount;
        while (left >= 1000 && scale < SCALES.size() - 1) {
            left /= 1024;
            scale++;
        }
        String number = left < 10 && scale > 0
                ? String.format(Locale.ROOT, "%.1f", left).replaceAll("\\.0$", "")
                : String.valueOf(Math.round(left));
        return number + " " + (number.equals("1") ? SCALES.get(scale).replaceAll("s$", "") : SCALES.get(scale));
    }

    /** A whole number of {@code 61.3}. */
    static String rounded(String written) {
        try {
            return String.valueOf(Math.round(Double.parseDouble(written.replace(',', '.'))));
        } catch (NumberFormatException e) {
            return written;
        }
    }

    /** "five minutes", "90 seconds", "2 hours". */
    static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds >= 7200 && seconds % 3600 == 0) {
            return amount(seconds / 3600, "hour");
        }
        if (seconds >= 120 || seconds == 60) {
            return amount(Math.round(seconds / 60.0), "minute");
        }
        return amount(seconds, "second");
    }

    private static String amount(long number, String unit) {
        String said = number < SMALL.size() ? SMALL.get((int) number) : String.valueOf(number);
        return said + " " + unit + (number == 1 ? "" : "s");
    }
}
