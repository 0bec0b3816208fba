package dev.readback.say;

import java.util.List;
import java.util.Optional;

/** Reads out what nothing more is known of: all of it when it is short, else how long it is and how it ends. */
final class OutputSpeech {

    private static final int MOST_LINES = 4;
    private static final int MOST_WORDS = 60;

    private OutputSpeech() {}

    static Speaker lines() {
        return result -> Optional.of(say(result));
    }

    /** What was no UTF-8 arrives as replacement characters. */
    private static boolean isBinary(String output) {
        long replaced = output.chars().filter(c -> c == 0xFFFD || c == 0).count();
        return replaced > 4 && replaced * 20 > output.length();
    }

    static String say(CommandResult result) {
        List<String> lines = Text.lines(result.output());
        if (lines.isEmpty()) {
            return "Done. It printed nothing.";
        }
        if (isBinary(result.output())) {
            return "It printed " + Text.counted(result.output().length(), "character") + " that are not text.";
        }
        if (result.truncated()) {
            return "It printed more than " + Text.counted(lines.size(), "line")
                    + ", more than I keep; what I kept begins with: "
                    + Text.sentence(Speech.cut(lines.getFirst(), MOST_WORDS / 2));
        }
        String all = String.join("; ", lines);
        if (lines.size() <= MOST_LINES && Speech.words(all) <= MOST_WORDS) {
            return "It says: " + Text.sentence(all);
        }
        return "It printed " + Text.counted(lines.size(), "line") + "; the last says: "
                + Text.sentence(Speech.cut(lines.getLast(), MOST_WORDS / 2));
    }
}
