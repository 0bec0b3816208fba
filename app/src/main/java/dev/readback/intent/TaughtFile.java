package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The text of the file that taught sentences stand in: an ordinary phrasebook file, one entry for each. A person may edit it; all that is not
 * the entry in question stays as it is, letter by letter. Immutable.
 */
public final class TaughtFile {

    /** What errors and answers call it. */
    public static final String NAME = "phrasebook/taught.yaml";

    private static final String EMPTY = """
            # What you taught Readback by "when I say ..., do ...". Edit as you like; it is read again when it changes.
            # docs/phrasebook.md tells what else may stand here.
            domain: taught
            entries: []
            """;
    private static final Pattern NO_ENTRIES = Pattern.compile("(?m)^entries:\\s*(?:\\[\\s*\\])?\\s*$");
    private static final Pattern DASH = Pattern.compile("( *)- .*");

    private final List<String> lines;
    private final List<Block> blocks;

    /** An entry and the lines it takes, the first from 1 to the last before {@code end}. */
    private record Block(String id, List<List<String>> phrases, String command, int from, int end) {}

    private TaughtFile(List<String> lines, List<Block> blocks) {
        this.lines = List.copyOf(lines);
        this.blocks = List.copyOf(blocks);
    }

    /** A file without entries. */
    public static TaughtFile empty() {
        return read(EMPTY);
    }

    /** @throws PhrasebookException where the text is no phrasebook file, or none that can be edited line by line */
    public static TaughtFile read(String text) {
        String whole = text.isBlank() ? EMPTY : text;
        List<String> lines = whole.lines().toList();
        YamlFields fields = YamlFields.any(NAME, YamlReader.read(NAME, whole));
        List<Yaml> items = fields.find("entries")
                .filter(yaml -> !(yaml instanceof Yaml.Text none && none.value().isEmpty()))
                .map(fields::items)
                .orElse(List.of());
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int end = i + 1 < items.size() ? items.get(i + 1).line() : lines.size() + 1;
            blocks.add(block(items.get(i), lines, end));
        }
        return new TaughtFile(lines, blocks);
    }

    private static Block block(Yaml item, List<String> lines, int end) {
        if (!DASH.matcher(lines.get(item.line() - 1)).matches()) {
            throw new PhrasebookException(NAME, item.line(), "each entry must begin on a line of its own with \"- \"");
        }
        YamlFields entry = YamlFields.any(NAME, item);
        List<List<String>> phrases =
                entry.texts("phrases").stream().map(TaughtFile::words).toList();
        return new Block(
                entry.optionalText("id").orElse(""),
                phrases,
                entry.optionalText("command").orElse(""),
                item.line(),
                end);
    }

    private static List<String> words(String phrase) {
        return Tokens.of(phrase).words();
    }

    private Optional<Block> of(String phrase) {
        return blocks.stream()
                .filter(block -> block.phrases().contains(words(phrase)))
                .findFirst();
    }

    /** What a sentence stands for, as it is written in the file; empty where it is not in it. */
    public Optional<String> meaning(String phrase) {
        return of(phrase).map(Block::command);
    }

    /** The entry that a sentence has or would get, without indentation. */
    String entry(String phrase, String line) {
        String id = of(phrase).map(Block::id).orElseGet(() -> freeId(phrase));
        return "- id: " + id + "\n"
                + "  phrases:\n"
                + "    - " + quoted(String.join(" ", words(phrase))) + "\n"
                + "  command: " + quoted(escaped(line)) + "\n"
                + "  changes: true\n";
    }

    private String freeId(String phrase) {
        String plain = String.join("-", words(phrase)).replaceAll("[^a-z0-9-]", "");
        String base = "taught." + (plain.isEmpty() ? "phrase" : plain.substring(0, Math.min(60, plain.length())));
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? base : base + "-" + i)
                .filter(id -> blocks.stream().noneMatch(block -> block.id().equals(id)))
                .findFirst()
                .orElse(base);
    }

    /** Brackets of a command line that are not places for slots. */
    private static String escaped(String line) {
        return line.replaceAll("[{\\[\\]]", "\\\\$0");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The text with a sentence's entry in the place of its old one, or at the end. */
    String with(String phrase, String line) {
        String entry = entry(phrase, line);
        Optional<Block> old = of(phrase);
        old.ifPresent(TaughtFile::alone);
        List<String> next = new ArrayList<>(lines);
        if (old.isPresent()) {
            replace(next, old.get(), entry);
        } else if (blocks.isEmpty()) {
            String opened = NO_ENTRIES.matcher(String.join("\n", lines)).replaceFirst("entries:");
            next = new ArrayList<>(opened.lines().toList());
            next.addAll(entry.indent(2).lines().toList());
        } else {
            next.addAll(entry.indent(indentation()).lines().toList());
        }
        return text(next);
    }

    private void replace(List<String> next, Block old, String entry) {
        List<String> place = next.subList(old.from() - 1, lastOf(old));
        place.clear();
        place.addAll(entry.indent(indentation()).lines().toList());
    }

    /** The text without a sentence. */
    public String without(String phrase) {
        Block old = of(phrase).orElseThrow();
        alone(old);
        List<String> next = new ArrayList<>(lines);
        next.subList(old.from() - 1, lastOf(old)).clear();
        String text = text(next);
        return blocks.size() > 1 ? text : NO_ENTRIES.matcher(text).replaceFirst("entries: []");
    }

    /** The last line that belongs to an entry: blank lines and comments after it are the person's. */
    private int lastOf(Block block) {
        int last = block.end() - 1;
        while (last > block.from()
                && (lines.get(last - 1).isBlank() || lines.get(last - 1).strip().startsWith("#"))) {
            last--;
        }
        return last;
    }

    private static void alone(Block block) {
        if (block.phrases().size() > 1) {
            throw new PhrasebookException(
                    NAME, block.from(), "this entry has several phrases, so I leave it to you; edit it by hand");
        }
    }

    private int indentation() {
        Matcher dash = DASH.matcher(lines.get(blocks.getFirst().from() - 1));
        return dash.matches() ? dash.group(1).length() : 2;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
