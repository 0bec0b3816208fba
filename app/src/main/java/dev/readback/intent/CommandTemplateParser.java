package dev.readback.intent;

import dev.readback.intent.CommandTemplate.Part;
import java.util.ArrayList;
import java.util.List;

/** Parses a {@link CommandTemplate}. A backslash keeps a bracket as it is; a doubled opening brace stands for itself. */
final class CommandTemplateParser {

    private final String text;
    private int position;
    private boolean single;
    private boolean doubled;

    CommandTemplateParser(String text) {
        this.text = text;
    }

    CommandTemplate parse() {
        CommandTemplate result = parts();
        if (position < text.length()) {
            throw new IllegalArgumentException("\"]\" closes nothing in \"" + text + "\"");
        }
        return result;
    }

    private CommandTemplate parts() {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (position < text.length() && text.charAt(position) != ']') {
            char c = text.charAt(position);
            if (text.startsWith("{{", position)) {
                literal.append("{{");
                position += 2;
            } else if (c == '{' || c == '[') {
                flush(literal, parts);
                parts.add(c == '{' ? value() : optional());
            } else {
                literal.append(plain(c));
            }
        }
        flush(literal, parts);
        return new CommandTemplate(parts);
    }

    private char plain(char c) {
        char kept = c;
        if (c == '\\' && position + 1 < text.length() && "{[]".indexOf(text.charAt(position + 1)) >= 0) {
            kept = text.charAt(++position);
        } else if (c == '\'' && !doubled) {
            single = !single;
        } else if (c == '"' && !single) {
            doubled = !doubled;
        }
        position++;
        return kept;
    }

    private Part value() {
        int end = text.indexOf('}', position);
        if (end < 0) {
            throw new IllegalArgumentException("\"}\" is missing in \"" + text + "\"");
        }
        String slot = text.substring(position + 1, end);
        position = end + 1;
        return new Part.Value(slot, single || doubled);
    }

    private Part optional() {
        position++;
        CommandTemplate inner = parts();
        if (position >= text.length()) {
            throw new IllegalArgumentException("\"]\" is missing in \"" + text + "\"");
        }
        position++;
        return new Part.Optional(inner);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
