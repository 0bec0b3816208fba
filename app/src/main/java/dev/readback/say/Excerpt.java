package dev.readback.say;

import java.util.ArrayList;
import java.util.List;

/** As much of an output as is worth reading, so that time does not grow with what somebody makes a program print. */
final class Excerpt {

    private static final int LONGEST_LINE = 2_000;
    private static final int FIRST = 15;
    private static final int LAST = 60;
    private static final int LONGEST_TELLING_LINE = 400;

    private Excerpt() {}

    /** The output with overlong lines cut; the same object when there is none. */
    static String shortLines(String output) {
        return hasLongLine(output) ? shortened(output) : output;
    }

    private static boolean hasLongLine(String output) {
        int start = 0;
        while (start < output.length()) {
            int end = output.indexOf('\n', start);
            int stop = end < 0 ? output.length() : end;
            if (stop - start > LONGEST_LINE) {
                return true;
            }
            start = stop + 1;
        }
        return false;
    }

    private static String shortened(String output) {
        StringBuilder kept = new StringBuilder();
        output.lines().forEach(line -> kept.append(cut(line, LONGEST_LINE)).append('\n'));
        return kept.toString();
    }

    /** The first and the last lines, each cut: where programs say why they failed. */
    static String telling(String output) {
        List<String> lines = Text.lines(output);
        List<String> told = new ArrayList<>(lines.subList(0, Math.min(FIRST, lines.size())));
        told.addAll(lines.subList(Math.max(told.size(), lines.size() - LAST), lines.size()));
        StringBuilder text = new StringBuilder();
        told.forEach(line -> text.append(cut(line, LONGEST_TELLING_LINE)).append('\n'));
        return text.toString();
    }

    private static String cut(String line, int most) {
        return line.length() > most ? line.substring(0, most) : line;
    }
}
