package dev.readback.intent;

import java.util.regex.Pattern;

/** Makes one shell word of any text, so that nothing in it is taken for shell syntax (POSIX.1-2024, 2.2.2 single quotes). */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*");

    private ShellWord() {}

    static String quote(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        if (value.equals("~") || value.startsWith("~/")) {
            String rest = value.substring(Math.min(2, value.length()));
            return rest.isEmpty() ? value : "~/" + quote(rest);
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
