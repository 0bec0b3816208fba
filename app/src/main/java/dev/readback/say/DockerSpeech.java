package dev.readback.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads docker ps, stats and system df. */
final class DockerSpeech {

    private static final Pattern SPACE_ROW = Pattern.compile("^(.+?)\\s{2,}\\d+\\s+\\d+\\s+(\\S+)\\s+(\\S+).*$");

    private DockerSpeech() {}

    static Speaker containers() {
        return result -> {
            List<List<String>> rows =
                    Text.rows(result.output()).stream().skip(1).toList();
            boolean all = result.intent().endsWith(".all");
            if (rows.isEmpty()) {
                return Optional.of(all ? "There are no containers." : "No containers are running.");
            }
            List<String> names = rows.stream().map(List::getFirst).toList();
            String many = Text.counted(names.size(), "container");
            return Optional.of(
                    all
                            ? "There " + (names.size() == 1 ? "is " : "are ") + many + ": " + Text.list(names, 8) + "."
                            : many + (names.size() == 1 ? " is" : " are") + " running: " + Text.list(names, 8) + ".");
        };
    }

    static Speaker stats() {
        return result -> {
            List<List<String>> rows = Text.rows(result.output()).stream()
                    .skip(1)
                    .filter(row -> row.size() > 4)
                    .toList();
            if (rows.isEmpty()) {
                return Optional.of("No containers are running.");
            }
            List<String> most = rows.stream()
                    .max(Comparator.comparingDouble(row -> Units.bytes(row.get(3))))
                    .orElseThrow();
            return Optional.of(most.get(1) + " uses most: " + Units.size(most.get(3)) + " of memory and "
                    + Units.rounded(most.get(2).replace("%", "")) + " percent of a processor; "
                    + Text.counted(rows.size(), "container") + (rows.size() == 1 ? " is" : " are") + " running.");
        };
    }

    static Speaker space() {
        return result -> {
            List<Matcher> rows = new ArrayList<>();
            double freeable = 0;
            for (String line : Text.lines(result.output())) {
                Matcher row = SPACE_ROW.matcher(line);
                if (row.matches() && Units.bytes(row.group(2)) > 0) {
                    rows.add(row);
                    freeable += Units.bytes(row.group(3));
                }
            }
            if (rows.isEmpty()) {
                return Optional.of("Docker takes next to no space.");
            }
            rows.sort(Comparator.comparingDouble((Matcher row) -> -Units.bytes(row.group(2))));
            List<String> parts = new ArrayList<>();
            for (Matcher row : rows) {
                String name = row.group(1).toLowerCase(Locale.ROOT);
                parts.add((parts.isEmpty()
                                ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " take"
                                : name)
                        + " " + Units.size(row.group(2)));
            }
            return Optional.of(Text.list(parts, 4) + "; " + Units.bytes(freeable) + " could be freed.");
        };
    }
}
