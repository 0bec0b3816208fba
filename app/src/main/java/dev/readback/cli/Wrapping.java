package dev.readback.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Breaks text into lines that fit a number of columns: between words where it can, within one where it must. */
final class Wrapping {

    private Wrapping() {}

    static List<String> words(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            fill(lines, paragraph, columns);
        }
        return lines;
    }

    /** Breaks anywhere: blanks in what a command printed mean something. */
    static List<String> anywhere(String line, int columns) {
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (width(rest) > columns) {
            int end = fitting(rest, columns);
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        pieces.add(rest);
        return pieces;
    }

    static String cropped(String text, int columns) {
        return width(text) <= columns ? text : text.substring(0, fitting(text, columns));
    }

    static int width(String text) {
        return text.codePoints()
                .map(point -> Math.max(0, WCWidth.wcwidth(point)))
                .sum();
    }

    private static void fill(List<String> lines, String paragraph, int columns) {
        if (width(paragraph) <= columns) {
            lines.add(paragraph);
            return;
        }
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.strip().split(" +")) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            List<String> pieces = anywhere(word, columns);
            lines.addAll(pieces.subList(0, pieces.size() - 1));
            line.append(line.isEmpty() ? "" : " ").append(pieces.getLast());
        }
        lines.add(line.toString());
    }

    /** How many chars fit; at least one sign, so that every round gets on. */
    private static int fitting(String text, int columns) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += Math.max(0, WCWidth.wcwidth(point));
            if (used > columns && end > 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
