package dev.readback.say.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One word of a command line.
 *
 * @param text what it stands for, quotes taken off
 * @param shell how to write it so that a shell reads the same, patterns such as {@code *.gz} still patterns
 * @param pattern whether the shell may make several words of it
 */
record EffectsWord(String text, String shell, boolean pattern) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");
    private static final String SHELLS_OWN = "|&;<>()$`\n\r#!";
    private static final String PATTERNS = "*?[]{},^~";

    static EffectsWord literal(String text) {
        return new EffectsWord(text, quoted(text), false);
    }

    static String quoted(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        boolean twofold = text.contains("'") && !text.matches("(?s).*[\"$`\\\\!].*");
        return twofold ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
    }

    /** As an operand that cannot be taken for an option or for a part of an expression. */
    String operand() {
        boolean plain = text.matches("(?s)\\.{0,2}/.*|\\.{1,2}") || shell.startsWith("~");
        if (plain) {
            return shell;
        }
        return pattern ? "./" + shell : quoted("./" + text);
    }

    /** The words of a simple command; empty where there is more to the line than one, or something is computed. */
    static Optional<List<EffectsWord>> read(String line) {
        return new Reader(line).words();
    }

    private static final class Reader {

        private final String line;
        private final List<EffectsWord> words = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder shell = new StringBuilder();
        private boolean inWord;
        private boolean pattern;
        private int at;

        Reader(String line) {
            this.line = line.strip();
        }

        Optional<List<EffectsWord>> words() {
            while (at < line.length()) {
                if (!step(line.charAt(at))) {
                    return Optional.empty();
                }
                at++;
            }
            endWord();
            return Optional.of(words);
        }

        private boolean step(char c) {
            if (c == ' ' || c == '\t') {
                endWord();
                return true;
            }
            boolean first = !inWord;
            inWord = true;
            return switch (c) {
                case '\'' -> single();
                case '"' -> twofold();
                case '\\' -> escaped();
                default -> bare(c, first);
            };
        }

        private boolean bare(char c, boolean first) {
            if (SHELLS_OWN.indexOf(c) >= 0) {
                // In the middle of a word these two stand for themselves.
                return !first && (c == '#' || c == '!') && add(c);
            }
            if (c == '{' && first) {
                // What it becomes may be whole paths, or options.
                return false;
            }
            boolean special = PATTERNS.indexOf(c) >= 0 && (c != '~' || first);
            if (!special) {
                return add(c);
            }
            pattern |= "*?[{".indexOf(c) >= 0;
            text.append(c);
            shell.append(c);
            return true;
        }

        private boolean add(char c) {
            text.append(c);
            shell.append(quoted(String.valueOf(c)));
            return true;
        }

        private boolean escaped() {
            at++;
            return at < line.length() && add(line.charAt(at));
        }

        private boolean single() {
            int end = line.indexOf('\'', at + 1);
            if (end < 0) {
                return false;
            }
            quote(line.substring(at + 1, end));
            at = end;
            return true;
        }

        private boolean twofold() {
            int end = line.indexOf('"', at + 1);
            String inside = end < 0 ? "$" : line.substring(at + 1, end);
            if (inside.matches("(?s).*[$`\\\\].*")) {
                return false;
            }
            quote(inside);
            at = end;
            return true;
        }

        private void quote(String inside) {
            text.append(inside);
            shell.append(inside.isEmpty() ? "" : quoted(inside));
        }

        private void endWord() {
            if (inWord) {
                boolean whole = !pattern && !shell.toString().startsWith("~");
                String written = whole ? quoted(text.toString()) : shell.toString();
                words.add(new EffectsWord(text.toString(), written, pattern));
            }
            text.setLength(0);
            shell.setLength(0);
            inWord = false;
            pattern = false;
        }
    }
}
