package dev.readback.say;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads du, find and ls. */
final class FileSpeech {

    private static final int NAMED = 3;

    private FileSpeech() {}

    private record Sized(double bytes, String path) {
        String said() {
            return path + " with " + Units.bytes(bytes);
        }
    }

    /** The biggest first. */
    private static List<Sized> sized(String output) {
        return Text.lines(output).stream()
                .map(line -> Text.words(line, 2))
                .filter(row -> row.size() == 2 && Units.isSize(row.getFirst()))
                .map(row -> new Sized(Units.bytes(row.getFirst()), row.get(1)))
                .sorted(Comparator.comparingDouble((Sized row) -> -row.bytes()))
                .toList();
    }

    static Speaker biggest() {
        return result -> {
            String path = result.slots().getOrDefault("path", "/");
            List<String> rows = sized(result.output()).stream()
                    .filter(row -> !row.path().equals(path))
                    .map(Sized::said)
                    .toList();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of((rows.size() == 1 ? "The biggest is " : "The biggest are ")
                                    + Text.list(rows.subList(0, Math.min(NAMED, rows.size())), NAMED) + ".")
                            .items(rows, NAMED));
        };
    }

    static Speaker bigFiles() {
        return result -> {
            List<String> rows = sized(result.output()).stream().map(Sized::said).toList();
            if (rows.isEmpty()) {
                return result.exitCode() == 0
                        ? Optional.of(Answer.whole("There are none that big."))
                        : Optional.empty();
            }
            String which = rows.size() == 1
                    ? "There is one: " + rows.getFirst()
                    : "There are " + rows.size() + ": the biggest is " + rows.getFirst();
            return Optional.of(Answer.of(which + ".").items(rows, 1));
        };
    }

    static Speaker listing() {
        return result -> {
            List<String> names = Text.lines(result.output()).stream()
                    .map(line -> Text.words(line, 9))
                    .filter(row -> row.size() == 9
                            && !row.get(8).equals(".")
                            && !row.get(8).equals(".."))
                    .map(row -> row.get(8))
                    .toList();
            if (names.isEmpty()) {
                return Optional.of(Answer.whole("It is empty."));
            }
            String there = names.size() == 1 ? "There is one: " : "There are " + names.size() + ": ";
            return Optional.of(Answer.of(there + Text.list(names, 5) + ".").items(names, 5));
        };
    }
}
