package dev.readback.notify;

import java.time.Duration;

/** Words of any length made into one speakable line of a given one. */
final class Wording {

    private static final int LONGEST_WORD = 24;

    private Wording() {}

    /** One line without control characters. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    }

    /** At most so many characters, ended at a word where one ends nearby. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(1, most - 1);
        int space = text.lastIndexOf(' ', end);
        int cut = space > end - LONGEST_WORD && space > 0 ? space : end;
        if (Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        return text.substring(0, cut).stripTrailing() + "…";
    }

    /** Such as {@code 4 minutes} or {@code 1 hour 5 minutes}. */
    static String spoken(Duration time) {
        if (time.compareTo(Duration.ofSeconds(90)) < 0) {
            return count(time.toSeconds(), "second");
        }
        long minutes = time.plusSeconds(30).toMinutes();
        if (minutes < 60) {
            return count(minutes, "minute");
        }
        String rest = minutes % 60 == 0 ? "" : " " + count(minutes % 60, "minute");
        return count(minutes / 60, "hour") + rest;
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
