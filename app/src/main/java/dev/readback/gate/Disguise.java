package dev.readback.gate;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises words written so that a person reading them would not see what they say, such as {@code /e"tc"/pa\sswd}. */
final class Disguise {

    private static final Pattern NEEDLESS_ESCAPE = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\[A-Za-z0-9/]");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]*");

    private Disguise() {}

    static boolean hides(String raw, List<ShellNode> glued) {
        return glued.stream().anyMatch(Disguise::hides) || glueHides(glued);
    }

    private static boolean hides(ShellNode node) {
        return switch (node.kind()) {
            case "word", "extglob_pattern" ->
                NEEDLESS_ESCAPE.matcher(node.text()).find() && !isPattern(node.text());
            case "concatenation" ->
                glueHides(node.children()) || node.children().stream().anyMatch(Disguise::hides);
            case "expansion" -> node.text().matches("\\$\\{[@*!].*|.*[\\^,~@]\\}|.*/.*/?.*\\}");
            default -> false;
        };
    }

    /** An unquoted regular expression such as {@code \d+} or {@code foo\|bar} is clumsy, not hiding. */
    private static boolean isPattern(String text) {
        return text.matches(".*\\\\[dwsbDWSB].*") && !text.contains("/");
    }

    /** A quoted piece of plain letters inside an otherwise unquoted word serves no purpose but to break the word up. */
    private static boolean glueHides(List<ShellNode> parts) {
        for (int i = 1; i < parts.size(); i++) {
            ShellNode before = parts.get(i - 1);
            ShellNode part = parts.get(i);
            if (part.is("string", "raw_string")
                    && PLAIN.matcher(inside(part)).matches()
                    && before.is("word", "number", "concatenation")
                    && before.text().matches("(?s).*[A-Za-z0-9./]")
                    && !parts.getFirst().text().startsWith("-")
                    && parts.stream()
                            .limit(i)
                            .noneMatch(earlier -> earlier.text().contains("="))) {
                return true;
            }
        }
        return parts.size() > 1
                && parts.stream()
                        .limit(1)
                        .anyMatch(first -> isEmptyQuotes(first) || isQuotedLetters(first, parts.get(1)));
    }

    private static boolean isEmptyQuotes(ShellNode part) {
        return part.is("string", "raw_string") && inside(part).isEmpty();
    }

    private static boolean isQuotedLetters(ShellNode first, ShellNode next) {
        return first.is("string", "raw_string")
                && next.is("word")
                && inside(first).matches("[A-Za-z]{1,12}")
                && next.text().matches("[A-Za-z0-9].*");
    }

    private static String inside(ShellNode quoted) {
        String text = quoted.text();
        return text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
    }
}
