package dev.readback.intent;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Writes a command line that was spoken: "rm minus r f slash" is {@code rm -rf /}. */
final class SpokenLine {

    /** Symbols that join what stands on both sides of them. */
    private static final Map<String, String> JOINING =
            Map.of("dot", ".", "underscore", "_", "equals", "=", "colon", ":", "at", "@", "comma", ",");

    /** Symbols that begin an option, a path or a pattern. */
    private static final Set<String> STANDING = Set.of("minus", "dash", "hyphen", "slash", "tilde", "star", "asterisk");

    /** Symbols that stand by themselves. */
    private static final Map<String, String> APART = Map.of("pipe", "|", "semicolon", ";", "ampersand", "&");

    private final StringBuilder line = new StringBuilder();
    private boolean glue = true;
    private boolean inPath;
    private boolean inOption;

    private SpokenLine() {}

    static String write(Tokens tokens) {
        SpokenLine spoken = new SpokenLine();
        int at = 0;
        while (at < tokens.size()) {
            at += spoken.take(tokens, at);
        }
        return spoken.line.toString().strip();
    }

    /** Whether a word says a symbol of the shell. */
    static boolean isSymbol(String word) {
        return JOINING.containsKey(word) || APART.containsKey(word) || STANDING.contains(word);
    }

    private int take(Tokens tokens, int at) {
        String word = tokens.word(at);
        if (word.equals("minus") || word.equals("dash") || word.equals("hyphen")) {
            option();
        } else if (word.equals("slash")) {
            slash();
        } else if (word.equals("tilde") || word.equals("star") || word.equals("asterisk")) {
            add(word.equals("tilde") ? "~" : "*");
            glue = true;
            inPath = true;
        } else if (JOINING.containsKey(word)) {
            line.append(separatorUnless(!line.isEmpty())).append(JOINING.get(word));
            glue = true;
        } else if (APART.containsKey(word)) {
            add(APART.getOrDefault(word, ""));
            end();
        } else {
            return word(tokens, at);
        }
        return 1;
    }

    private void option() {
        if (inOption && glue) {
            line.append('-');
            return;
        }
        glue = false;
        add("-");
        glue = true;
        inOption = true;
        inPath = false;
    }

    private void slash() {
        if (!inPath && !endsWithGlue()) {
            glue = false;
            add("");
        }
        line.append('/');
        glue = true;
        inPath = true;
        inOption = false;
    }

    private boolean endsWithGlue() {
        return glue && !line.isEmpty();
    }

    private int word(Tokens tokens, int at) {
        int end = at + 1;
        if (tokens.get(at).isLetter()) {
            while (end < tokens.size() && tokens.get(end).isLetter()) {
                end++;
            }
        } else if (!isPathPart() && NumberWords.isNumber(tokens.word(at))) {
            while (end < tokens.size() && NumberWords.isNumber(tokens.word(end))) {
                end++;
            }
        }
        List<String> words = tokens.slice(at, end).words();
        OptionalLong number = NumberWords.read(words);
        String text = end == at + 1 ? tokens.get(at).raw() : String.join("", words);
        add(number.isPresent() && !isPathPart() ? String.valueOf(number.getAsLong()) : text);
        glue = false;
        if (inOption) {
            end();
        }
        return end - at;
    }

    /** "Slash dev slash zero" is no number. */
    private boolean isPathPart() {
        return inPath && glue;
    }

    private void end() {
        glue = false;
        inOption = false;
        inPath = false;
    }

    private void add(String text) {
        if (!glue) {
            line.append(' ');
            inPath = false;
        }
        line.append(text);
    }

    private static String separatorUnless(boolean joined) {
        return joined ? "" : " ";
    }
}
