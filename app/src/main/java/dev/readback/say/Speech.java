package dev.readback.say;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Keeps what is said within thirty seconds of speech. */
final class Speech {

    /** Thirty seconds, at the 150 words a minute of an unhurried voice. */
    static final int MOST_WORDS = 75;

    private static final int MOST_CHARACTERS = 600;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern UNSPEAKABLE = Pattern.compile(
            "\\x1B\\[[0-9;?]*[ -/]*[@-~]|\\x1B\\][^\\x07\\x1B]{0,512}(?:\\x07|\\x1B\\\\)?|[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]");

    private Speech() {}

    static int words(String text) {
        return text.isBlank() ? 0 : SPACE.split(text.strip(), -1).length;
    }

    /** The first {@code most} words. */
    static String cut(String text, int most) {
        String[] words = SPACE.split(text.strip(), most + 1);
        if (words.length <= most && text.length() <= MOST_CHARACTERS) {
            return text.strip();
        }
        int kept = Math.min(most, words.length);
        String start = String.join(" ", Arrays.asList(words).subList(0, kept));
        return (start.length() > MOST_CHARACTERS ? start.substring(0, MOST_CHARACTERS) : start) + " and so on";
    }

    /** At most thirty seconds, without colour codes and control characters. */
    static String speakable(String text) {
        return Text.sentence(cut(UNSPEAKABLE.matcher(text).replaceAll(""), MOST_WORDS));
    }
}
