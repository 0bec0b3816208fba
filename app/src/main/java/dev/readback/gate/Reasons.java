package dev.readback.gate;

import java.util.List;
import java.util.stream.Collectors;

/** Puts sentences together from what a schema says. */
final class Reasons {

    private Reasons() {}

    static String plain(Schema schema, List<Word> positionals) {
        String template = schema.reason().isEmpty() ? "It would run " + schema.name() + " {args}." : schema.reason();
        return filled(template, positionals);
    }

    static String flag(Schema schema, Flag flag, FlagScan.Given given, Invocation invocation) {
        String template = flag.reason().isEmpty()
                ? "The option " + flag.name() + " makes " + schema.name() + " change something."
                : flag.reason();
        return filled(template.replace("{value}", given.value().map(Word::text).orElse("")), invocation.words());
    }

    private static String filled(String template, List<Word> words) {
        List<String> texts = words.stream()
                .map(Word::text)
                .filter(text -> !text.startsWith("-") && !text.isEmpty())
                .toList();
        String args = String.join(" ", texts);
        String result = template.replace("{args}", args.length() > 80 ? args.substring(0, 77) + "..." : args)
                .replace("{first}", texts.isEmpty() ? "" : texts.getFirst())
                .replace("{last}", texts.isEmpty() ? "" : texts.getLast());
        return clean(result);
    }

    /** What must be repeated: the argument the schema names; up to three are joined, more are named by the first and "and others". */
    static String object(Schema schema, List<Word> positionals, Invocation invocation) {
        List<String> texts = positionals.stream()
                .map(Word::text)
                .filter(text -> !text.startsWith("-") && !text.isEmpty())
                .toList();
        if (texts.isEmpty()) {
            return invocation.program();
        }
        return switch (schema.object()) {
            case "first" -> texts.getFirst();
            case "all" -> joined(texts);
            default -> texts.getLast();
        };
    }

    static String joined(List<String> objects) {
        List<String> distinct = objects.stream().distinct().toList();
        return distinct.size() <= 3
                ? String.join(", ", distinct)
                : distinct.stream().limit(1).collect(Collectors.joining()) + " and " + (distinct.size() - 1)
                        + " others";
    }

    /** One line, no control characters, nothing overlong. */
    static String clean(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ")
                .replaceAll(" {2,}", " ")
                .replaceAll(":? +\\.$|:\\.$", ".")
                .strip();
        return line.length() > 240 ? line.substring(0, 237) + "..." : line;
    }
}
