package dev.readback.say;

import java.util.List;
import java.util.Optional;

/** Reads out what nothing more is known of: all of it when it is short, else how long it is and how it ends. */
final class OutputSpeech {

    private static final int MOST_LINES = 3;
    private static final int MOST_WORDS = 45;
    private static final int LOOKED_AT = 4_096;

    private OutputSpeech() {}

    static Speaker lines() {
        return result -> Optional.of(say(result));
    }

    /** What was no UTF-8 arrives as replacement characters. */
    static boolean isBinary(String output) {
        int looked = Math.min(output.length(), LOOKED_AT);
        long replaced =
                output.chars().limit(looked).filter(OutputSpeech::isJunk).count();
        return replaced > 4 && replaced * 20 > looked;
    }

    private static boolean isJunk(int c) {
        return c == 0xFFFD || (c < ' ' && c != '\n' && c != '\t' && c != '\r' && c != 0x1B);
    }

    static Answer say(CommandResult result) {
        if (isBinary(result.output())) {
            return Answer.whole(
                    "It printed " + Text.counted(result.output().length(), "character") + " that are not text.");
        }
        List<String> lines = Portions.readable(result.output());
        if (lines.isEmpty()) {
            return Answer.whole("Done. It printed nothing.");
        }
        if (result.truncated()) {
            return Answer.of("It printed more than I keep; the " + Text.counted(lines.size(), "line")
                            + " I kept begin with: " + Text.sentence(Speech.line(lines.getFirst(), MOST_WORDS / 2)))
                    .items(lines, 1);
        }
        if (isJson(result.output().strip())) {
            return Answer.of("It printed " + Text.counted(lines.size(), "line") + " of JSON.");
        }
        String all =
                Speech.line(String.join("; ", lines.subList(0, Math.min(MOST_LINES, lines.size()))), MOST_WORDS + 1);
        return lines.size() <= MOST_LINES && Speech.words(all) <= MOST_WORDS
                ? Answer.of("It says: " + Text.sentence(all)).items(lines, lines.size())
                : summary(lines);
    }

    private static boolean isJson(String output) {
        return (output.startsWith("{\n") && output.endsWith("}")) || (output.startsWith("[\n") && output.endsWith("]"));
    }

    private static Answer summary(List<String> lines) {
        if (lines.size() == 1) {
            return Answer.of("It says: " + Text.sentence(Speech.line(lines.getFirst(), MOST_WORDS)))
                    .items(lines, 1);
        }
        return Answer.of("It printed " + Text.counted(lines.size(), "line") + "; the last says: "
                        + Text.sentence(Speech.line(lines.getLast(), MOST_WORDS / 2)))
                .items(lines, 0);
    }
}
