package dev.readback.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks through all files line by line. */
final class Search {

    private static final int MAX_LINE = 300;
    private static final String DAYS = "memory/";

    private final Workspace workspace;

    Search(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Match> find(String query, int limit) {
        List<String> words = Stream.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return inOrder()
                .flatMap(file -> matches(file, words))
                .limit(Math.max(0, limit))
                .toList();
    }

    private Stream<String> inOrder() {
        List<String> days = new ArrayList<>(workspace.files());
        days.removeIf(file -> !file.startsWith(DAYS));
        days.sort(Comparator.reverseOrder());
        return Stream.concat(workspace.files().stream().filter(file -> !file.startsWith(DAYS)), days.stream());
    }

    private Stream<Match> matches(String file, List<String> words) {
        List<String> lines = lines(file);
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> holds(lines.get(i), words))
                .map(i -> new Match(file, i + 1, cut(lines.get(i).strip())));
    }

    private List<String> lines(String file) {
        try {
            return workspace.read(file).text().lines().toList();
        } catch (MemoryFailure goneOrTooLarge) {
            return List.of();
        }
    }

    private static boolean holds(String line, List<String> words) {
        String lower = line.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    private static String cut(String line) {
        if (line.length() <= MAX_LINE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_LINE - 1)) ? MAX_LINE - 1 : MAX_LINE;
        return line.substring(0, end);
    }
}
