package dev.readback.gate;

import dev.readback.gate.Flag.Effect;
import dev.readback.gate.Schema.Example;
import dev.readback.gate.Schema.Files;
import dev.readback.spelling.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns one YAML entry into a {@link Schema}; a key it does not know fails with "did you mean". */
final class SchemaReader {

    private static final List<String> KEYS = List.of(
            "program",
            "flags",
            "any",
            "changes",
            "repeats",
            "writes",
            "runs",
            "forbids",
            "looks",
            "asks",
            "undoable",
            "denies",
            "sub",
            "abbreviates",
            "bare",
            "verdict",
            "hard",
            "reason",
            "object",
            "paths",
            "most",
            "words",
            "wraps",
            "needs",
            "judge",
            "shells",
            "allow",
            "ask",
            "deny");

    private final String file;

    SchemaReader(String file) {
        this.file = file;
    }

    /** Reads a list of entries. */
    List<Schema> read(String yaml) {
        try {
            List<Schema> schemas = new ArrayList<>();
            for (JsonNode entry : ShippedYaml.MAPPER.readTree(yaml)) {
                schemas.add(schema(entry, words(entry, "program")));
            }
            return schemas;
        } catch (JacksonException e) {
            throw new SchemaException(file + ": " + e.getOriginalMessage());
        }
    }

    /** Reads one entry as that of one of its programs, which is then the one named in sentences. */
    Schema read(String yaml, String program) {
        try {
            JsonNode entry = ShippedYaml.MAPPER.readTree(yaml).path(0);
            List<String> names = new ArrayList<>(words(entry, "program"));
            names.remove(program);
            names.addFirst(program);
            return schema(entry, names);
        } catch (JacksonException e) {
            throw new SchemaException(file + ": " + e.getOriginalMessage());
        }
    }

    private Schema schema(JsonNode entry, List<String> names) {
        if (names.isEmpty()) {
            throw new SchemaException(file + ": an entry lacks \"program\"");
        }
        entry.propertyNames().forEach(key -> known(names.getFirst(), key));
        String flagText = text(entry, "flags");
        Verdict verdict = verdict(entry, "verdict", Verdict.ALLOW);
        boolean wraps = entry.has("wraps");
        return new Schema(
                names,
                flags(entry),
                flagText.equals("any") || entry.path("any").asBoolean(false),
                subs(entry, names),
                entry.path("abbreviates").asBoolean(false),
                verdict(entry, "bare", Verdict.CONFIRM),
                verdict,
                entry.path("hard").asBoolean(false),
                text(entry, "reason"),
                text(entry, "object"),
                files(entry, verdict),
                entry.path("most").asInt(-1),
                text(entry, "words"),
                wraps ? entry.path("wraps").asInt(0) : -1,
                words(entry, "needs").stream()
                        .map(name -> name.replace("=", ""))
                        .collect(Collectors.toUnmodifiableSet()),
                text(entry, "judge"),
                entry.path("shells").asBoolean(false),
                examples(entry));
    }

    private void known(String name, String key) {
        if (!KEYS.contains(key)) {
            throw new SchemaException(
                    file + ": " + name + ": unknown key \"" + key + "\"" + Nearest.suggestion(key, KEYS));
        }
    }

    private Files files(JsonNode entry, Verdict verdict) {
        String text = text(entry, "paths");
        if (text.isEmpty()) {
            return verdict == Verdict.ALLOW ? Files.READ : Files.ANY;
        }
        return Arrays.stream(Files.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new SchemaException(file + ": paths: \"" + text
                        + "\" is not one of read, names, text, write, dest, delete, rights, any"));
    }

    private Verdict verdict(JsonNode entry, String key, Verdict fallback) {
        String text = text(entry, key);
        if (text.isEmpty()) {
            return fallback;
        }
        return Arrays.stream(Verdict.values())
                .filter(each -> each.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new SchemaException(
                        file + ": " + key + ": \"" + text + "\" is not one of allow, confirm, repeat, deny"));
    }

    private Map<String, Flag> flags(JsonNode entry) {
        Map<String, Flag> flags = new LinkedHashMap<>();
        if (!text(entry, "flags").equals("any")) {
            addFlags(entry.path("flags"), Effect.READ, flags);
        }
        addFlags(entry.path("changes"), Effect.CHANGES, flags);
        addFlags(entry.path("repeats"), Effect.REPEATS, flags);
        addFlags(entry.path("writes"), Effect.WRITES, flags);
        addFlags(entry.path("runs"), Effect.RUNS, flags);
        addFlags(entry.path("forbids"), Effect.FORBIDS, flags);
        for (String name : words(entry, "needs")) {
            flags.putIfAbsent(name.replace("=", ""), Flag.of(name, Effect.READ, ""));
        }
        return flags;
    }

    private static void addFlags(JsonNode node, Effect effect, Map<String, Flag> flags) {
        if (node.isObject()) {
            node.properties().forEach(property -> {
                for (String spec : split(property.getKey())) {
                    put(Flag.of(spec, effect, property.getValue().asString()), flags);
                }
            });
        } else {
            for (String spec : split(node.isMissingNode() ? "" : node.asString())) {
                put(Flag.of(spec, effect, ""), flags);
            }
        }
    }

    private static void put(Flag flag, Map<String, Flag> flags) {
        flags.put(flag.name(), flag);
    }

    private Map<String, Schema> subs(JsonNode entry, List<String> names) {
        Map<String, Schema> subs = new LinkedHashMap<>();
        for (JsonNode nested :
                entry.path("sub").properties().stream().map(Map.Entry::getValue).toList()) {
            if (!nested.isObject()) {
                throw new SchemaException(file + ": " + names.getFirst() + ": each entry of \"sub\" is a list of keys");
            }
        }
        entry.path("sub").properties().forEach(property -> {
            List<String> subNames = split(property.getKey());
            Schema sub = schema(property.getValue(), List.of(names.getFirst() + " " + subNames.getFirst()));
            subNames.forEach(name -> subs.put(name, sub));
        });
        addSubs(entry.path("looks"), Verdict.ALLOW, names, subs);
        addSubs(entry.path("asks"), Verdict.CONFIRM, names, subs);
        addSubs(entry.path("undoable"), Verdict.REPEAT, names, subs);
        addSubs(entry.path("denies"), Verdict.DENY, names, subs);
        return subs;
    }

    private static void addSubs(JsonNode node, Verdict verdict, List<String> names, Map<String, Schema> subs) {
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> split(property.getKey())
                            .forEach(name -> subs.putIfAbsent(
                                    name,
                                    plain(
                                            names.getFirst() + " " + name,
                                            verdict,
                                            property.getValue().asString()))));
        } else {
            split(node.isMissingNode() ? "" : node.asString())
                    .forEach(name -> subs.putIfAbsent(name, plain(names.getFirst() + " " + name, verdict, "")));
        }
    }

    private static Schema plain(String name, Verdict verdict, String reason) {
        Files files = verdict == Verdict.ALLOW ? Files.READ : Files.ANY;
        return new Schema(
                List.of(name),
                Map.of(),
                true,
                Map.of(),
                false,
                verdict,
                verdict,
                false,
                reason,
                "last",
                files,
                -1,
                "",
                -1,
                Set.of(),
                "",
                false,
                List.of());
    }

    private static List<Example> examples(JsonNode entry) {
        List<Example> examples = new ArrayList<>();
        entry.path("allow").forEach(line -> examples.add(new Example(line.asString(), List.of(Verdict.ALLOW))));
        entry.path("ask")
                .forEach(line -> examples.add(new Example(line.asString(), List.of(Verdict.CONFIRM, Verdict.REPEAT))));
        entry.path("deny").forEach(line -> examples.add(new Example(line.asString(), List.of(Verdict.DENY))));
        return examples;
    }

    private static String text(JsonNode entry, String key) {
        JsonNode value = entry.path(key);
        return value.isMissingNode() || value.isContainer()
                ? ""
                : value.asString().strip();
    }

    private static List<String> words(JsonNode entry, String key) {
        return split(text(entry, key));
    }

    private static List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
