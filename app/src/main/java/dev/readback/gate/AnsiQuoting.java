package dev.readback.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves what stands between {@code $'} and {@code '}. */
final class AnsiQuoting {

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[0-7]{1,3}|c.|.)", Pattern.DOTALL);

    private AnsiQuoting() {}

    static void add(String body, WordParts parts) {
        StringBuilder out = new StringBuilder();
        Matcher escape = ESCAPE.matcher(body);
        int at = 0;
        while (escape.find()) {
            out.append(body, at, escape.start());
            int c = decoded(escape.group(1));
            if (escape.group(1).length() > 1 && c > ' ' && c < 127) {
                parts.disguise();
            }
            out.appendCodePoint(Character.isValidCodePoint(c) ? c : 0xFFFD);
            at = escape.end();
        }
        parts.quoted(out.append(body, at, body.length()).toString());
    }

    private static int decoded(String escape) {
        char first = escape.charAt(0);
        if (escape.length() > 1 && (first == 'x' || first == 'u' || first == 'U')) {
            return (int) Long.parseLong(escape.substring(1), 16);
        }
        if (first >= '0' && first <= '7') {
            return Integer.parseInt(escape, 8) & 0xFF;
        }
        if (first == 'c' && escape.length() > 1) {
            return escape.charAt(1) & 0x1F;
        }
        return switch (first) {
            case 'a' -> 7;
            case 'b' -> 8;
            case 'e', 'E' -> 27;
            case 'f' -> 12;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            default -> first;
        };
    }
}
