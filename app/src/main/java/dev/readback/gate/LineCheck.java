package dev.readback.gate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Looks at the characters of a line before anything tries to understand it. */
final class LineCheck {

    /** Bytes of UTF-8. */
    static final int LONGEST_LINE = 16 * 1024;

    private LineCheck() {}

    /** Why the line cannot even be read safely, when that is so. */
    static Optional<Ruling> objection(String line) {
        if (line.length() > LONGEST_LINE || line.getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE) {
            return Optional.of(Ruling.never("The line is longer than 16 kilobytes, too long to be judged."));
        }
        return line.codePoints()
                .mapToObj(LineCheck::badCharacter)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Ruling::never);
    }

    private static Optional<String> badCharacter(int c) {
        if (c == 0) {
            return Optional.of("The line contains a NUL character.");
        }
        if (c == '\r') {
            return Optional.of("The line contains a carriage return, which can hide part of it.");
        }
        if (c == 0xFFFD || Character.getType(c) == Character.SURROGATE) {
            return Optional.of("The line is not valid UTF-8 text.");
        }
        if (isBidirectional(c)) {
            return Optional.of(
                    "The line contains a character that changes the direction of the text, so it is not what it looks like.");
        }
        if (isInvisible(c)) {
            return Optional.of("The line contains an invisible character, so it is not what it looks like.");
        }
        if (Character.isISOControl(c) && c != '\t' && c != '\n') {
            return Optional.of("The line contains a control character.");
        }
        return Optional.empty();
    }

    private static boolean isBidirectional(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || (type == Character.SPACE_SEPARATOR && c != ' ')
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0000 && c <= 0xE0FFF)
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x034F
                || c == 0x2800;
    }

    /**
     * Whether a word that names a program, an option or a path could be mistaken for another: characters of another script among
     * Latin letters, or full-width forms.
     */
    static boolean looksLikeAnother(String word) {
        boolean latin = word.codePoints().anyMatch(c -> c < 128 && Character.isLetter(c));
        return word.codePoints().anyMatch(c -> isLookAlike(c, latin));
    }

    private static boolean isLookAlike(int c, boolean amongLatin) {
        if (c < 128) {
            return false;
        }
        if ((c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x1D400 && c <= 0x1D7FF) || isPunctuationTwin(c)) {
            return true;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return amongLatin
                && (script == Character.UnicodeScript.CYRILLIC
                        || script == Character.UnicodeScript.GREEK
                        || script == Character.UnicodeScript.ARMENIAN
                        || script == Character.UnicodeScript.CHEROKEE
                        || script == Character.UnicodeScript.LISU);
    }

    /** Dashes, slashes, dots and quotes that pass for the ASCII ones. */
    private static boolean isPunctuationTwin(int c) {
        return (c >= 0x2010 && c <= 0x2015)
                || c == 0x2212
                || c == 0x2044
                || c == 0x2215
                || c == 0x29F8
                || c == 0x2024
                || c == 0x2223
                || c == 0x01C0
                || c == 0x037E
                || (c >= 0x2018 && c <= 0x201F);
    }
}
