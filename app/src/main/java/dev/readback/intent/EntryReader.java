package dev.readback.intent;

import dev.readback.intent.Entry.Meaning;
import dev.readback.spelling.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads the entries of one phrasebook file; what is wrong in it is told with file and line. */
final class EntryReader {

    /** Brackets in a phrase nest no deeper than it is long, so this also bounds how deep matching goes. */
    private static final int LONGEST_PHRASE = 1_000;

    private static final List<String> FILE_KEYS = List.of("domain", "entries");
    private static final List<String> ENTRY_KEYS = List.of(
            "id",
            "phrases",
            "command",
            "answer",
            "cancel",
            "slots",
            "changes",
            "cheap",
            "ask",
            "say",
            "social",
            "examples");
    private static final List<String> SLOT_KEYS = List.of("type", "default", "values");
    private static final List<String> EXAMPLE_KEYS =
            List.of("words", "command", "answer", "slots", "output", "exit", "spoken", "host");

    private final String file;
    private final Vocabulary vocabulary;
    private final SlotReaders readers;

    EntryReader(String file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.readers = new SlotReaders(vocabulary);
    }

    List<Entry> read(String text) {
        YamlFields fields = YamlFields.of(file, YamlReader.read(file, text), FILE_KEYS);
        List<Entry> entries = new ArrayList<>();
        fields.find("entries").ifPresent(yaml -> fields.items(yaml).forEach(item -> entries.add(entry(item))));
        return entries;
    }

    private Entry entry(Yaml yaml) {
        YamlFields fields = YamlFields.of(file, yaml, ENTRY_KEYS);
        String id = fields.text("id");
        Map<String, SlotSpec> slots = slots(fields);
        Meaning meaning = meaning(fields);
        if (meaning instanceof Meaning.Runs runs) {
            check(runs.command(), slots, fields);
        }
        boolean changes = fields.optionalText("changes").filter("true"::equals).isPresent();
        boolean cheap = fields.optionalText("cheap").filter("true"::equals).isPresent();
        if (cheap && changes) {
            throw fields.error("what changes something is never cheap");
        }
        return new Entry(
                id,
                meaning,
                slots,
                changes,
                cheap,
                fields.optionalText("ask"),
                phrases(fields, slots),
                examples(fields));
    }

    private Meaning meaning(YamlFields fields) {
        List<Meaning> meanings = new ArrayList<>();
        fields.optionalText("command")
                .ifPresent(
                        line -> meanings.add(new Meaning.Runs(at(fields.line(), () -> CommandTemplate.parse(line)))));
        boolean social = fields.optionalText("social").filter("true"::equals).isPresent();
        fields.optionalText("answer").ifPresent(answer -> meanings.add(new Meaning.Says(answer, social)));
        fields.optionalText("cancel").ifPresent(cancel -> meanings.add(new Meaning.Cancels()));
        if (meanings.size() != 1) {
            throw fields.error("an entry has one of \"command\", \"answer\" and \"cancel\"");
        }
        return meanings.getFirst();
    }

    private void check(CommandTemplate command, Map<String, SlotSpec> slots, YamlFields fields) {
        for (String slot : command.slots()) {
            if (!slots.containsKey(slot)) {
                throw fields.error("{" + slot + "} in the command is not among the slots");
            }
        }
        for (String slot : command.quotedSlots()) {
            SlotSpec spec = slots.get(slot);
            if (spec == null || !spec.plain()) {
                throw fields.error("{" + slot + "} stands inside quotes; that is for numbers and identifiers only");
            }
        }
    }

    private Map<String, SlotSpec> slots(YamlFields fields) {
        Map<String, SlotSpec> slots = new HashMap<>();
        fields.find("slots")
                .ifPresent(yaml ->
                        YamlFields.any(file, yaml).map().forEach((name, spec) -> slots.put(name, slot(name, spec))));
        return slots;
    }

    private SlotSpec slot(String name, Yaml yaml) {
        if (yaml instanceof Yaml.Text type) {
            return slot(name, type.value(), Optional.empty(), Map.of(), type.line());
        }
        YamlFields fields = YamlFields.of(file, yaml, SLOT_KEYS);
        Map<List<String>, String> values = new HashMap<>();
        fields.find("values")
                .ifPresent(forms -> YamlFields.any(file, forms).map().forEach((value, spoken) -> {
                    for (String form : fields.asTexts(spoken)) {
                        values.put(withoutSkipped(form), value);
                    }
                }));
        return slot(name, fields.text("type"), fields.optionalText("default"), values, yaml.line());
    }

    /** Leading articles are passed over before a slot is read. */
    private List<String> withoutSkipped(String form) {
        return Tokens.of(form).words().stream()
                .dropWhile(word -> vocabulary.skip().contains(word))
                .toList();
    }

    private SlotSpec slot(
            String name, String type, Optional<String> fallback, Map<List<String>, String> values, int line) {
        SlotReader reader = readers.of(type, name, values)
                .orElseThrow(() -> new PhrasebookException(
                        file,
                        line,
                        "unknown slot type \"" + type + "\"" + Nearest.suggestion(type, SlotReaders.types())));
        boolean fixed =
                type.equals("choice") && values.values().stream().allMatch(value -> value.matches("[A-Za-z0-9]+"));
        return new SlotSpec(name, type, reader, fallback, fixed || SlotReaders.isPlain(type));
    }

    private List<Entry.Phrase> phrases(YamlFields fields, Map<String, SlotSpec> slots) {
        Yaml yaml = fields.find("phrases").orElseThrow(() -> fields.error("\"phrases\" is missing"));
        List<Entry.Phrase> phrases = new ArrayList<>();
        for (Yaml item : fields.items(yaml)) {
            String text = item instanceof Yaml.Text written ? written.value() : "";
            phrases.add(phrase(text, item.line(), slots));
        }
        if (phrases.isEmpty()) {
            throw new PhrasebookException(file, yaml.line(), "an entry needs at least one phrase");
        }
        return phrases;
    }

    private Entry.Phrase phrase(String text, int line, Map<String, SlotSpec> slots) {
        if (text.length() > LONGEST_PHRASE) {
            throw new PhrasebookException(file, line, "a phrase has at most " + LONGEST_PHRASE + " characters");
        }
        Pattern pattern = at(line, () -> TemplateParser.parse(text, vocabulary.macros(), vocabulary.skip()));
        Set<String> used = new TreeSet<>();
        collectSlots(pattern, used);
        for (String slot : used) {
            declared(slot, slots, line);
        }
        if (Anchors.of(pattern).isEmpty()) {
            throw new PhrasebookException(
                    file, line, "a phrase needs at least one word that must be said: \"" + text + "\"");
        }
        return new Entry.Phrase(text, pattern, file + ":" + line);
    }

    /** A slot may be read as another kind in one phrase: {@code path:file}. */
    private void declared(String slot, Map<String, SlotSpec> slots, int line) {
        int colon = slot.indexOf(':');
        String name = colon < 0 ? slot : slot.substring(0, colon);
        if (!slots.containsKey(name)) {
            throw new PhrasebookException(
                    file, line, "{" + name + "} is not among the slots" + Nearest.suggestion(name, slots.keySet()));
        }
        if (colon > 0 && !slots.containsKey(slot)) {
            slots.put(slot, slot(name, slot.substring(colon + 1), Optional.empty(), Map.of(), line));
        }
    }

    private static void collectSlots(Pattern pattern, Set<String> slots) {
        switch (pattern) {
            case Pattern.Word word -> {}
            case Pattern.Slot slot -> slots.add(slot.name());
            case Pattern.Sequence sequence -> sequence.parts().forEach(part -> collectSlots(part, slots));
            case Pattern.Choice choice -> choice.options().forEach(option -> collectSlots(option, slots));
        }
    }

    private List<Entry.Example> examples(YamlFields fields) {
        List<Entry.Example> examples = new ArrayList<>();
        fields.find("examples").ifPresent(yaml -> {
            for (Yaml item : fields.items(yaml)) {
                YamlFields example = YamlFields.of(file, item, EXAMPLE_KEYS);
                examples.add(new Entry.Example(
                        example.text("words"),
                        example.optionalText("command"),
                        example.textMap("slots"),
                        file + ":" + item.line()));
            }
        });
        return examples;
    }

    private <T> T at(int line, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw new PhrasebookException(file, line, String.valueOf(e.getMessage()));
        }
    }
}
