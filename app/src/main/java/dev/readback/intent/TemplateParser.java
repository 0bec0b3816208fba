package dev.readback.intent;

import dev.readback.spelling.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Parses a sentence template: words, {@code {slot}}, {@code [optional|words]}, {@code (one|of|these)}, {@code <macro>}.
 * Throws {@link IllegalArgumentException} with a plain reason.
 */
final class TemplateParser {

    private static final int DEEPEST = 12;

    private final String text;
    private final Map<String, String> macros;
    private final Set<String> skipped;
    private final int depth;
    private int position;

    private TemplateParser(String text, Map<String, String> macros, Set<String> skipped, int depth) {
        this.text = text;
        this.macros = macros;
        this.skipped = skipped;
        this.depth = depth;
    }

    /**
     * @param macros name → template
     * @param skipped words that an utterance may hold anywhere; left out of the template too
     */
    static Pattern parse(String text, Map<String, String> macros, Set<String> skipped) {
        return new TemplateParser(text, macros, skipped, 0).whole();
    }

    private Pattern whole() {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a macro holds itself: <" + text + ">");
        }
        Pattern result = alternatives();
        if (position < text.length()) {
            throw new IllegalArgumentException("\"" + text.charAt(position) + "\" closes nothing in \"" + text + "\"");
        }
        return result;
    }

    private Pattern alternatives() {
        List<Pattern> options = new ArrayList<>();
        options.add(sequence());
        while (position < text.length() && text.charAt(position) == '|') {
            position++;
            options.add(sequence());
        }
        return options.size() == 1 ? options.getFirst() : new Pattern.Choice(options);
    }

    private Pattern sequence() {
        List<Pattern> parts = new ArrayList<>();
        while (position < text.length() && "|)]".indexOf(text.charAt(position)) < 0) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else {
                part(parts);
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Pattern.Sequence(parts);
    }

    private void part(List<Pattern> parts) {
        switch (text.charAt(position)) {
            case '[' -> parts.add(new Pattern.Choice(List.of(group(']'), new Pattern.Sequence(List.of()))));
            case '(' -> parts.add(group(')'));
            case '{' -> parts.add(new Pattern.Slot(name('}')));
            case '<' -> parts.add(macro(name('>')));
            default -> word(parts);
        }
    }

    private Pattern group(char close) {
        position++;
        Pattern result = alternatives();
        if (position >= text.length() || text.charAt(position) != close) {
            throw new IllegalArgumentException("\"" + close + "\" is missing in \"" + text + "\"");
        }
        position++;
        return result;
    }

    private String name(char close) {
        int end = text.indexOf(close, position);
        if (end < 0) {
            throw new IllegalArgumentException("\"" + close + "\" is missing in \"" + text + "\"");
        }
        String name = text.substring(position + 1, end).strip();
        position = end + 1;
        return name;
    }

    private Pattern macro(String name) {
        String meaning = macros.get(name);
        if (meaning == null) {
            throw new IllegalArgumentException(
                    "<" + name + "> is no macro" + Nearest.suggestion(name, macros.keySet()));
        }
        return new TemplateParser(meaning, macros, skipped, depth + 1).whole();
    }

    private void word(List<Pattern> parts) {
        int start = position;
        while (position < text.length()
                && !Character.isWhitespace(text.charAt(position))
                && "[](){}<>|".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        if (position == start) {
            throw new IllegalArgumentException("\"" + text.charAt(position) + "\" opens nothing in \"" + text + "\"");
        }
        for (Token token : Tokens.of(text.substring(start, position).toLowerCase(Locale.ROOT))
                .list()) {
            if (!skipped.contains(token.word())) {
                parts.add(new Pattern.Word(token.word()));
            }
        }
    }
}
