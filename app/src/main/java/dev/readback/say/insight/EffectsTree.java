package dev.readback.say.insight;

import dev.readback.say.Text;
import dev.readback.say.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much there is under some paths.
 *
 * @param files everything that is neither folder nor link
 * @param bytes the size of the regular files
 * @param whole whether everything was counted; else there is at least that much
 */
record EffectsTree(long files, long folders, long links, double bytes, boolean whole) {

    private static final String COUNT = " | awk '$1 == \"end\" {print; next} {n[$1]++} $1 == \"f\" {s += $2}"
            + " END {for (t in n) print t, n[t]; printf \"bytes %.0f\\n\", s}'";

    /** Counts as long as there is time; tells how the counting ended, on a line of its own wherever it was cut. No names, which may hold anything, are printed. */
    static String line(String find) {
        return "{ timeout 1 " + find + " -printf '%y %s\\n'; printf '\\nend %s\\n' \"$?\"; }" + COUNT;
    }

    static String lineOf(List<EffectsWord> paths, boolean inside) {
        String operands = paths.stream().map(EffectsWord::operand).collect(Collectors.joining(" "));
        return line("find " + operands + (inside ? "" : " -maxdepth 0"));
    }

    static Optional<EffectsTree> read(String output) {
        Map<String, Double> counts = new TreeMap<>();
        for (List<String> row : Text.rows(output)) {
            if (row.size() == 2 && row.get(1).matches("\\d{1,18}")) {
                counts.put(row.getFirst(), Double.parseDouble(row.get(1)));
            }
        }
        if (!counts.containsKey("bytes") || !counts.containsKey("end")) {
            return Optional.empty();
        }
        double all = counts.entrySet().stream()
                .filter(entry -> entry.getKey().length() == 1)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        long folders = counts.getOrDefault("d", 0.0).longValue();
        long links = counts.getOrDefault("l", 0.0).longValue();
        boolean whole = counts.getOrDefault("end", 0.0) == 0;
        return Optional.of(new EffectsTree((long) all - folders - links, folders, links, counts.get("bytes"), whole));
    }

    boolean empty() {
        return files + folders + links == 0;
    }

    /** "312 files in 14 folders, 1.4 gigabytes". */
    String phrase() {
        String counted = files == 0 && folders > 0
                ? (folders == 1 ? "an empty folder" : Text.counted(folders, "folder") + " without files")
                : Text.counted(files, "file") + (folders > 1 ? " in " + Text.counted(folders, "folder") : "");
        String linked = files == 0 && folders == 0 && links > 0 ? Text.counted(links, "link") : counted;
        return (whole ? "" : "at least ") + linked + (files == 0 ? "" : ", " + Units.bytes(bytes));
    }
}
