package dev.readback.voice.personaplex;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words from outside as they may stand in a prompt: one line of plain characters, with nothing in it that ends a quotation or makes a tag. They are
 * brought to the form the model's own tokenizer would give them (NFKC) first, so that nothing becomes a tag there that was none here.
 */
final class PromptText {

    /** What stands where something was cut off. */
    static final String CUT = "…";

    private static final Pattern DOUBLE_QUOTES =
            Pattern.compile("[\"\u201c-\u201f\u00ab\u00bb\u2039\u203a\u301d-\u301f]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[`\u2018-\u201b\u2032\u2035]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern ENDS = Pattern.compile("[.!?]['\")]*(?= )");

    private PromptText() {}

    /** Cleaned, and at most so many characters. */
    static String plain(String text, int most) {
        return cut(clean(text), most);
    }

    /** Cleaned: one line, no quotation marks but the apostrophe, no angle brackets, no signs that have no sound. */
    static String clean(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String oneLine = BLANKS.matcher(normal).replaceAll(" ");
        StringBuilder kept = new StringBuilder();
        oneLine.codePoints().filter(PromptText::isPlain).forEach(kept::appendCodePoint);
        String quoted = DOUBLE_QUOTES.matcher(kept).replaceAll("'");
        return SINGLE_QUOTES
                .matcher(quoted)
                .replaceAll("'")
                .replace('<', '(')
                .replace('>', ')')
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** At most so many characters, ended after a sentence where that leaves most of it, else after a word. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int room = most - CUT.length();
        if (room <= 0) {
            return "";
        }
        int sentence = lastSentence(text.substring(0, most + 1));
        if (sentence > most / 2) {
            return text.substring(0, sentence);
        }
        int word = text.lastIndexOf(' ', room);
        return text.substring(0, word > most / 2 ? word : room).strip() + CUT;
    }

    /** Where the last sentence that is followed by another ends. */
    private static int lastSentence(String text) {
        return ENDS.matcher(text).results().mapToInt(MatchResult::end).max().orElse(0);
    }

    /** Letters, figures and marks of the plane that writing uses; no pictures, no signs that only steer how others look. */
    private static boolean isPlain(int point) {
        if (point > Character.MAX_VALUE) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.OTHER_SYMBOL -> point < 0x2000;
            default -> point < 0xfe00 || point > 0xfe0f;
        };
    }
}
