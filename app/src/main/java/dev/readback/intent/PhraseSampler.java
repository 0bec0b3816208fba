package dev.readback.intent;

import dev.readback.intent.Example.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes sentences that a template covers; the same ones each time. Not thread-safe. */
final class PhraseSampler {

    private static final int LONGEST = 14;
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("service", "nginx"),
            Map.entry("container", "web"),
            Map.entry("known-container", "web"),
            Map.entry("host", "example.org"),
            Map.entry("user", "alice"),
            Map.entry("group", "staff"),
            Map.entry("package", "curl"),
            Map.entry("known-package", "curl"),
            Map.entry("program", "firefox"),
            Map.entry("path", "/var/log"),
            Map.entry("file", "/etc/hosts"),
            Map.entry("number", "ten"),
            Map.entry("port", "8080"),
            Map.entry("since", "two hours"),
            Map.entry("size", "100 megabytes"),
            Map.entry("identifier", "main"),
            Map.entry("mode", "644"),
            Map.entry("interface", "eth0"),
            Map.entry("zone", "Europe/Berlin"),
            Map.entry("word", "error"),
            Map.entry("text", "timeout"));

    private final Entry entry;
    private final Random random;

    PhraseSampler(Entry entry) {
        this.entry = entry;
        this.random = new Random(entry.id().hashCode());
    }

    /** One sentence; empty when it came out too long or holds a slot with no typical value. */
    Optional<Example> sentence(Pattern pattern) {
        List<String> words = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        boolean said = say(pattern, words, gaps) && !words.isEmpty() && words.size() <= LONGEST;
        return said
                ? Optional.of(new Example(entry.id(), words, gaps, entry.changes(), Examples.runs(entry), false))
                : Optional.empty();
    }

    private boolean say(Pattern pattern, List<String> words, List<Gap> gaps) {
        return switch (pattern) {
            case Pattern.Word word -> words.add(word.word());
            case Pattern.Slot slot -> slot(slot.name(), words, gaps);
            case Pattern.Sequence sequence -> sequence.parts().stream().allMatch(part -> say(part, words, gaps));
            case Pattern.Choice choice -> {
                List<Pattern> options = choice.options();
                yield say(options.get(random.nextInt(options.size())), words, gaps);
            }
        };
    }

    private boolean slot(String name, List<String> words, List<Gap> gaps) {
        SlotSpec spec = entry.slots().get(name);
        String value = spec == null ? null : VALUES.get(spec.type());
        if (value == null) {
            return false;
        }
        List<String> parts = List.of(value.split(" "));
        gaps.add(new Gap(name, words.size(), parts.size()));
        return words.addAll(parts);
    }
}
