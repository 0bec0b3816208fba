package dev.readback.say;

import java.util.List;
import java.util.Locale;

/**
 * Masks what is assigned to a name that tells of a secret: {@code DB_PASSWORD=…}, {@code "api_key": "…"}, {@code --token …}. One pass
 * by hand, since regular expressions take ten times as long over a mebibyte.
 */
final class AssignedSecrets {

    private static final List<String> NAMES = List.of(
            "password", "passwd", "passphrase", "pwd", "secret", "token", "credential", "apikey", "key", "pass");
    private static final List<String> BEFORE_KEY = List.of(
            "api",
            "access",
            "private",
            "secret",
            "auth",
            "signing",
            "encryption",
            "master",
            "account",
            "storage",
            "shared",
            "client",
            "app");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_GAP = 4;
    private static final int LONGEST_VALUE = 1024;

    private final String text;
    private final String lower;
    private final StringBuilder masked = new StringBuilder();
    private int copied;

    private AssignedSecrets(String text) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
    }

    static String mask(String text) {
        AssignedSecrets secrets = new AssignedSecrets(text);
        return secrets.lower.length() == text.length() ? secrets.masked() : text;
    }

    private String masked() {
        int at = 0;
        while (at < lower.length()) {
            char c = lower.charAt(at);
            int end = c == 'p' || c == 's' || c == 't' || c == 'c' || c == 'a' || c == 'k' ? nameEnd(at) : -1;
            at = end < 0 ? at + 1 : Math.max(end, maskValue(at, end));
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    /** Where the telling word that begins at {@code at} ends; -1 when none does. */
    private int nameEnd(int at) {
        for (String name : NAMES) {
            if (lower.startsWith(name, at) && (!name.equals("key") || isSecretKey(at))) {
                return at + name.length();
            }
        }
        return -1;
    }

    private boolean isSecretKey(int at) {
        int end = at > 0 && "_- ".indexOf(lower.charAt(at - 1)) >= 0 ? at - 1 : at;
        return BEFORE_KEY.stream().anyMatch(word -> lower.startsWith(word, end - word.length()));
    }

    /** Masks what is assigned to the name around {@code [start, end)}; returns where to go on. */
    private int maskValue(int start, int end) {
        int name = end;
        while (name < lower.length() && name - end < LONGEST_NAME && isNamePart(lower.charAt(name))) {
            name++;
        }
        if (isPlainWord(start, end, name) || lower.startsWith("no", start - 2)) {
            return name; // sudoers' NOPASSWD tells of no secret
        }
        int from = valueStart(start, name);
        if (from < 0 || from >= text.length() || text.startsWith(Redaction.MASK, from)) {
            return name;
        }
        int to = valueEnd(from);
        boolean directory = lower.startsWith("pwd", start) && text.charAt(from) == '/';
        if (to > from && !directory) {
            masked.append(text, copied, from).append(Redaction.MASK);
            copied = to;
        }
        return Math.max(name, to);
    }

    /** "passed: 3", "tokens: 12". */
    private boolean isPlainWord(int start, int end, int name) {
        String rest = lower.substring(end, name);
        boolean pass = lower.startsWith("pass", start) && end - start == 4;
        return (pass && !rest.isEmpty() && Character.isLetter(rest.charAt(0)))
                || (lower.startsWith("token", start) && (rest.equals("s") || rest.startsWith("iz")));
    }

    private int valueStart(int start, int name) {
        int at = name;
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            at++;
        }
        int sign = skipBlanks(at);
        if (text.startsWith(":=", sign) || text.startsWith("=>", sign)) {
            return skipBlanks(sign + 2);
        }
        if (sign < text.length() && (text.charAt(sign) == '=' || text.charAt(sign) == ':')) {
            return text.startsWith("://", sign) ? -1 : skipBlanks(sign + 1);
        }
        return sign > at && isOption(start) ? sign : -1;
    }

    private boolean isOption(int start) {
        int at = start;
        while (at > 0 && start - at < LONGEST_NAME && isNamePart(lower.charAt(at - 1))) {
            at--;
        }
        return text.startsWith("--", at);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST_GAP && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private int valueEnd(int from) {
        char quote = text.charAt(from);
        boolean quoted = quote == '"' || quote == '\'';
        int at = quoted ? from + 1 : from;
        while (at < text.length() && at - from < LONGEST_VALUE) {
            char c = text.charAt(at);
            if (quoted ? c == quote || c == '\n' : c <= ' ' || "\"',;&}])".indexOf(c) >= 0) {
                return quoted && c == quote ? at + 1 : at;
            }
            at++;
        }
        return at;
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
