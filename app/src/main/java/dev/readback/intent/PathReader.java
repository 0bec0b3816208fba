package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a path: typed ({@code /var/log/syslog}), spoken ("slash var slash log slash sis log"), with its slashes left out ("var log":
 * marked as doubtful), or by its common name ("home directory").
 */
final class PathReader implements SlotReader {

    private static final Pattern TYPED = Pattern.compile("(?!-)[^\\p{Cntrl}]*[/.~][^\\p{Cntrl}]*");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}0-9_][\\p{L}0-9_.@+,=%-]{0,254}");
    private static final int LONGEST_ELIDED = 4;

    private static final Set<String> TOP = Set.of(
            "var", "etc", "home", "usr", "opt", "srv", "tmp", "boot", "proc", "mnt", "media", "dev", "lib", "sys",
            "run");

    private static final Set<String> PRONOUNS = Set.of("it", "that", "this");
    private static final Set<String> KIND_WORDS = Set.of("file", "folder", "directory", "log", "path", "one");

    private static final Map<List<String>, String> NAMED = Map.ofEntries(
            Map.entry(List.of("root"), "/"),
            Map.entry(List.of("root", "directory"), "/"),
            Map.entry(List.of("root", "folder"), "/"),
            Map.entry(List.of("root", "partition"), "/"),
            Map.entry(List.of("root", "disk"), "/"),
            Map.entry(List.of("root", "filesystem"), "/"),
            Map.entry(List.of("root", "file", "system"), "/"),
            Map.entry(List.of("whole", "filesystem"), "/"),
            Map.entry(List.of("whole", "file", "system"), "/"),
            Map.entry(List.of("entire", "filesystem"), "/"),
            Map.entry(List.of("entire", "file", "system"), "/"),
            Map.entry(List.of("whole", "disk"), "/"),
            Map.entry(List.of("slash"), "/"),
            Map.entry(List.of("home", "directory"), "~"),
            Map.entry(List.of("home", "folder"), "~"),
            Map.entry(List.of("temp", "directory"), "/tmp"),
            Map.entry(List.of("temp", "folder"), "/tmp"),
            Map.entry(List.of("temp"), "/tmp"),
            Map.entry(List.of("log", "directory"), "/var/log"),
            Map.entry(List.of("log", "folder"), "/var/log"),
            Map.entry(List.of("logs", "folder"), "/var/log"),
            Map.entry(List.of("logs", "directory"), "/var/log"),
            Map.entry(List.of("current", "directory"), "."),
            Map.entry(List.of("current", "folder"), "."),
            Map.entry(List.of("this", "directory"), "."),
            Map.entry(List.of("this", "folder"), "."),
            Map.entry(List.of("working", "directory"), "."),
            Map.entry(List.of("current", "working", "directory"), "."));

    private final String slot;
    private final boolean bareNames;
    private final Set<String> common;

    PathReader(String slot, boolean bareNames, Set<String> common) {
        this.slot = slot;
        this.bareNames = bareNames;
        this.common = common;
    }

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        List<SlotReading> readings = new ArrayList<>();
        Token first = tokens.get(from);
        named(tokens, from, readings);
        if (PRONOUNS.contains(first.word())) {
            readings.add(pronoun(tokens, from, situation));
        } else if (TYPED.matcher(first.raw()).matches()) {
            readings.add(SlotReading.sure(first.raw(), 1));
        } else {
            SpokenPath.read(tokens, from).ifPresent(readings::add);
            elided(tokens, from, readings);
            bare(first, readings);
        }
        return readings;
    }

    private static void named(Tokens tokens, int from, List<SlotReading> readings) {
        for (int length = 1; length <= 3 && from + length <= tokens.size(); length++) {
            String path = NAMED.get(tokens.slice(from, from + length).words());
            if (path != null) {
                readings.add(SlotReading.sure(path, length));
            }
        }
    }

    private SlotReading pronoun(Tokens tokens, int from, Situation situation) {
        boolean named = from + 1 < tokens.size() && KIND_WORDS.contains(tokens.word(from + 1));
        int length = named ? 2 : 1;
        return situation.referent(slot, length);
    }

    /** "var log": only below the directories every machine has. */
    private void elided(Tokens tokens, int from, List<SlotReading> readings) {
        int start = from;
        StringBuilder path = new StringBuilder();
        Optional<SlotReading> top = SpokenPath.name(tokens, from);
        if (top.isEmpty() || !TOP.contains(top.get().value())) {
            return;
        }
        int at = start + top.get().length();
        path.append('/').append(top.get().value());
        readings.add(new SlotReading(path.toString(), at - start, 7, true));
        for (int part = 1; part < LONGEST_ELIDED && at < tokens.size(); part++) {
            boolean slash = tokens.word(at).equals("slash") && at + 1 < tokens.size();
            at += slash ? 1 : 0;
            if (common.contains(tokens.word(at))
                    || !PLAIN.matcher(tokens.get(at).raw()).matches()) {
                return;
            }
            path.append('/').append(tokens.get(at++).raw());
            readings.add(new SlotReading(path.toString(), at - start, 7, true));
        }
    }

    private void bare(Token first, List<SlotReading> readings) {
        if (bareNames
                && !common.contains(first.word())
                && PLAIN.matcher(first.raw()).matches()) {
            readings.add(new SlotReading(first.raw(), 1, 4, false));
        }
    }
}
