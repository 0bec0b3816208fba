package dev.readback.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Figures as small bars, one line each: what, how much of it, and the words beside it. */
final class Figures {

    private static final int LONGEST_BAR = 14;
    private static final int NARROW_BAR = 6;
    private static final int NARROW = 60;

    private final Look look;

    Figures(Look look) {
        this.look = look;
    }

    /** @param figures of a result: label, share (0 to 1, or null), text, level (ok, warn, critical) */
    List<String> lines(JsonNode figures) {
        int columns = look.columns();
        int label = 0;
        for (JsonNode figure : figures) {
            label = Math.max(label, Wrapping.width(label(figure)));
        }
        label = Math.min(label, columns / 3);
        List<String> lines = new ArrayList<>();
        for (JsonNode figure : figures) {
            lines.add(line(figure, label, columns));
        }
        return lines;
    }

    private String line(JsonNode figure, int label, int columns) {
        String name = Wrapping.cropped(label(figure), label);
        String begin = "  " + name + " ".repeat(label - Wrapping.width(name)) + "  ";
        String text = text(figure, figure.path("share").isNumber());
        int bar = columns < NARROW ? NARROW_BAR : LONGEST_BAR;
        String gauge = gauge(figure, bar);
        int room = Math.max(0, columns - Wrapping.width(begin) - bar - 3);
        return begin + gauge + "  " + Wrapping.cropped(text, room);
    }

    /** The percentage stands before the words, unless they tell it themselves. */
    private static String text(JsonNode figure, boolean shared) {
        String text = TerminalText.harmless(figure.path("text").asString(""));
        long percent = Math.round(share(figure) * 100);
        boolean told = !shared || text.contains("%") || text.contains("percent");
        return told ? text : "%3d %%  %s".formatted(percent, text).stripTrailing();
    }

    private String gauge(JsonNode figure, int bar) {
        if (!figure.path("share").isNumber()) {
            return " ".repeat(bar);
        }
        int full = (int) Math.round(share(figure) * bar);
        return look.paint(colour(figure.path("level").asString("")), "█".repeat(full))
                + look.paint("2", "░".repeat(bar - full));
    }

    private static double share(JsonNode figure) {
        return Math.clamp(figure.path("share").asDouble(0), 0, 1);
    }

    private static String label(JsonNode figure) {
        return TerminalText.harmless(figure.path("label").asString("")).replace('\n', ' ');
    }

    private static String colour(String level) {
        return switch (level) {
            case "critical" -> "31";
            case "warn" -> "33";
            default -> "32";
        };
    }
}
