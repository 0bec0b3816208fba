package dev.readback.say;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as a person would say them. */
public final class Units {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18}(?:[.,][0-9]{1,6})?)\\s?([BKMGTPkmgtp]?)i?[Bb]?");
    private static final List<String> SCALES =
            List.of("bytes", "kilobytes", "megabytes", "gigabytes", "terabytes", "petabytes");
    private static final List<String> SIGNS = List.of("B", "kB", "MB", "GB", "TB", "PB");
    private static final List<String> SMALL = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Units() {}

    /** A number and its power of 1024. */
    private record Amount(double number, int scale) {}

    private static Amount parse(Matcher matcher) {
        String letter = matcher.group(2).isEmpty() ? "B" : matcher.group(2).toUpperCase(Locale.ROOT);
        return new Amount(Double.parseDouble(matcher.group(1).replace(',', '.')), "BKMGTP".indexOf(letter));
    }

    private static Amount scaled(double bytes) {
        int scale = 0;
        double left = bytes;
        while (left >= 1000 && scale < SCALES.size() - 1) {
            left /= 1024;
            scale++;
        }
        return new Amount(left, scale);
    }

    public static boolean isSize(String written) {
        return SIZE.matcher(written).matches();
    }

    /** "80 gigabytes" of {@code 80G}, {@code 80Gi} or {@code 80GB}; as it stands when it is no size. */
    public static String size(String written) {
        Matcher matcher = SIZE.matcher(written.strip());
        if (!matcher.matches()) {
            return written;
        }
        Amount amount = parse(matcher);
        return amount.number() < 1000 || amount.scale() > 0 ? said(amount) : bytes(amount.number());
    }

    /** The number of bytes that {@code 1.5G} is, about; 0 when it is no size. */
    public static double bytes(String written) {
        Matcher matcher = SIZE.matcher(written.strip());
        if (!matcher.matches()) {
            return 0;
        }
        Amount amount = parse(matcher);
        return amount.number() * Math.pow(1024, amount.scale());
    }

    /** "3.4 gigabytes", "one and a half gigabytes" of a number of bytes, by powers of 1024. */
    public static String bytes(double amount) {
        return said(scaled(amount));
    }

    /** "3.4 GB" of a number of bytes, by powers of 1024. */
    public static String sign(double bytes) {
        Amount amount = scaled(bytes);
        return digits(amount) + " " + SIGNS.get(amount.scale());
    }

    /** The word for the unit: "gigabytes" of 3 × 1024³. */
    public static String scale(double bytes) {
        return SCALES.get(scaled(bytes).scale());
    }

    private static String said(Amount amount) {
        String number = digits(amount);
        String unit = SCALES.get(amount.scale());
        if (number.endsWith(".5") && number.length() == 3) {
            int whole = number.charAt(0) - '0';
            return (whole == 0 ? "half a " + unit.substring(0, unit.length() - 1) : whole + " and a half " + unit);
        }
        return number + " " + (number.equals("1") ? unit.substring(0, unit.length() - 1) : unit);
    }

    private static String digits(Amount amount) {
        return amount.number() < 10 && amount.scale() > 0
                ? tenths(amount.number())
                : String.valueOf(Math.round(amount.number()));
    }

    /** "3.4", "3". */
    public static String tenths(double number) {
        return Text.withoutEnd(String.format(Locale.ROOT, "%.1f", number), ".0");
    }

    /** A whole number of {@code 61.3}. */
    public static String rounded(String written) {
        return written.isEmpty() || !Character.isDigit(written.charAt(0))
                ? written
                : String.valueOf(Math.round(Text.number(written)));
    }

    /** "five minutes", "90 seconds", "2 hours". */
    public static String duration(Duration duration) {
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
