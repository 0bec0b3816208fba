package dev.readback.say;

import java.util.List;
import java.util.regex.Pattern;

/** Keeps what is said within thirty seconds of speech, and to what can be spoken. */
public final class Speech {

    /** Thirty seconds, at the 150 words a minute of an unhurried voice. */
    static final int MOST_WORDS = 75;

    private static final int MOST_CHARACTERS = 600;
    private static final int MOST_OF_A_LINE = 4_000;
    private static final Pattern UNSPEAKABLE = Pattern.compile(
            "\\x1B\\[[0-9;?]{0,32}[ -/]{0,8}[@-~]|\\x1B\\][^\\x07\\x1B]{0,512}(?:\\x07|\\x1B\\\\)?|[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]");
    private static final Pattern COLUMNS = Pattern.compile("[ ]*\\t\\s{0,80}|(?<! ) {2,200}(?! |\\d )");
    private static final Pattern RULER = Pattern.compile("[-=_*#+|~─═│┌┐└┘├┤┬┴┼•●]{3,200}");

    private Speech() {}

    public static int words(String text) {
        return Text.words(text).size();
    }

    /** The first {@code most} words. */
    public static String cut(String text, int most) {
        List<String> words = Text.words(text, most + 1);
        if (words.size() <= most && text.length() <= MOST_CHARACTERS) {
            return text.strip();
        }
        String start = String.join(" ", words.subList(0, Math.min(most, words.size())));
        return (start.length() > MOST_CHARACTERS ? start.substring(0, MOST_CHARACTERS) : start) + " and so on";
    }

    /** At most thirty seconds, without colour codes, control characters and secrets. */
    public static String speakable(String text) {
        String plain = UNSPEAKABLE.matcher(text).replaceAll("");
        return Redaction.redact(Text.sentence(cut(plain, MOST_WORDS)));
    }

    /** One line of an output with its columns told apart by commas, at most {@code most} words. */
    public static String line(String line, int most) {
        String bounded = line.length() > MOST_OF_A_LINE ? line.substring(0, MOST_OF_A_LINE) : line;
        String plain = UNSPEAKABLE.matcher(Redaction.redact(bounded)).replaceAll("");
        String words = RULER.matcher(plain).replaceAll(" ").strip();
        return cut(COLUMNS.matcher(words).replaceAll(", "), most);
    }
}
