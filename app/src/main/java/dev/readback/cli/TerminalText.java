package dev.readback.cli;

import java.util.regex.Pattern;

/** Text from elsewhere, made harmless for a terminal: a log line must not move the cursor, set the title or paint over what stands there. */
final class TerminalText {

    private static final Pattern SEQUENCES =
            Pattern.compile("\\x1B\\[[0-?]*[ -/]*[@-~]|\\x1B[\\]PX^_][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)?|\\x1B.?");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\x80-\\x9F&&[^\\n\\t]]");

    private TerminalText() {}

    static String harmless(String text) {
        return CONTROLS.matcher(SEQUENCES.matcher(text).replaceAll("")).replaceAll("");
    }
}
