package dev.readback.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an awk program far enough to know whether it only prints. */
final class AwkScript {

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*\"|#[^\\n]*|[A-Za-z_]\\w*|\\d[\\w.]*|@|>>|>=|<=|==|!=|\\|\\||&&|\\|&|\\s+|.",
            Pattern.DOTALL);
    private static final Pattern REGEX = Pattern.compile("/(?:\\\\.|\\[\\^?\\]?[^\\]]*\\]|[^/\\\\\\n\\[])*/");

    private AwkScript() {}

    /** Whether the program starts commands, writes or reads files of its own choice, or cannot be read. */
    static boolean onlyPrints(String program) {
        Matcher token = TOKEN.matcher(program);
        Matcher regex = REGEX.matcher(program);
        String previous = "";
        boolean printing = false;
        int parentheses = 0;
        int at = 0;
        while (at < program.length()) {
            if (program.charAt(at) == '/' && mayStartRegex(previous)) {
                if (!regex.region(at, program.length()).lookingAt()) {
                    return false;
                }
                at = regex.end();
                previous = "/";
                continue;
            }
            if (!token.region(at, program.length()).lookingAt()) {
                return false;
            }
            String text = token.group();
            at = token.end();
            if ((text.isBlank() && !text.contains("\n")) || text.startsWith("#")) {
                continue;
            }
            parentheses += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (text.equals("print") || text.equals("printf")) {
                printing = true;
                parentheses = 0;
            } else if (text.equals(";") || text.equals("}") || text.contains("\n")) {
                printing = false;
            }
            if (!harmless(text, previous, printing && parentheses == 0)) {
                return false;
            }
            previous = text;
        }
        return true;
    }

    private static boolean mayStartRegex(String previous) {
        return !previous.matches("[\\w.)\\]$\"]+|\".*|/") || previous.matches("return|print|in|case|do|else");
    }

    private static boolean harmless(String text, String previous, boolean redirects) {
        return switch (text) {
            case "system",
                    "getline",
                    "fflush",
                    "close",
                    "ENVIRON",
                    "PROCINFO",
                    "SYMTAB",
                    "FUNCTAB",
                    "extension",
                    "ARGV",
                    "@",
                    "|",
                    "|&",
                    ">>",
                    "\"" -> false;
            case ">" -> !redirects;
            default -> !text.startsWith("\"/inet") && !(text.equals("<") && previous.equals("getline"));
        };
    }
}
