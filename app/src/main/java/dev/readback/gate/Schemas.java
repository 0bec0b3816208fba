package dev.readback.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All command schemas. Start-up only notes where in the files each program's entry stands; an entry is parsed when its program is
 * first judged. Thread-safe.
 */
final class Schemas {

    private static final Pattern ENTRY = Pattern.compile("(?m)^- program: *(.+)$");

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Schema> parsed = new ConcurrentHashMap<>();

    /** A program's part of a file, not yet parsed. */
    private record Entry(String file, String yaml) {}

    static Schemas shipped() {
        Schemas schemas = new Schemas();
        for (String file : ShippedYaml.text("gate/schemas/index.txt").split("\n")) {
            if (!file.isBlank()) {
                schemas.add(file.strip(), ShippedYaml.text("gate/schemas/" + file.strip()));
            }
        }
        return schemas;
    }

    /** Adds the entries of a file; a program already known is replaced. */
    void add(String file, String yaml) {
        Matcher entry = ENTRY.matcher(yaml);
        List<Integer> starts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        while (entry.find()) {
            starts.add(entry.start());
            names.add(entry.group(1));
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : yaml.length();
            Entry found = new Entry(file, yaml.substring(starts.get(i), end));
            for (String name : names.get(i).strip().split("\\s+")) {
                entries.put(name.replaceAll("^[\"']|[\"']$", ""), found);
            }
        }
    }

    Optional<Schema> of(String program) {
        Schema known = parsed.get(program);
        if (known != null) {
            return Optional.of(known);
        }
        Entry entry = entries.get(program);
        if (entry == null) {
            return Optional.empty();
        }
        Schema schema = new SchemaReader(entry.file()).read(entry.yaml(), program);
        parsed.put(program, schema);
        return Optional.of(schema);
    }

    /** Every schema, parsed. */
    List<Schema> all() {
        return entries.keySet().stream()
                .sorted()
                .map(name -> of(name).orElseThrow())
                .distinct()
                .toList();
    }
}
