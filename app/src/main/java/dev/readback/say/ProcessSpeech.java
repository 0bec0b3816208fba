package dev.readback.say;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads ps and pgrep. */
final class ProcessSpeech {

    private ProcessSpeech() {}

    static Speaker topCpu() {
        return result -> top(
                rows(result, 5)
                        .filter(row -> Text.number(row.get(2)) >= 0.5)
                        .map(row -> row.get(4) + " with " + Units.rounded(row.get(2)) + " percent")
                        .toList(),
                "the processor",
                "No process uses the processor much.",
                result);
    }

    static Speaker topMemory() {
        return result -> top(
                rows(result, 5)
                        .map(row -> row.get(4) + " with " + Units.bytes(Text.number(row.get(3)) * 1024))
                        .toList(),
                "the memory",
                "No process uses much memory.",
                result);
    }

    private static Optional<Answer> top(List<String> processes, String what, String none, CommandResult result) {
        if (processes.isEmpty()) {
            return Text.lines(result.output()).size() > 1
                            && rows(result, 5).findAny().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.whole(none));
        }
        String rest = processes.size() > 1 ? ", then " + processes.get(1) : "";
        return Optional.of(Answer.of("Most of " + what + " goes to " + processes.getFirst() + rest + ".")
                .items(processes, 2));
    }

    private static Stream<List<String>> rows(CommandResult result, int columns) {
        return Text.rows(result.output()).stream()
                .filter(row -> row.size() >= columns
                        && Text.isNumber(row.getFirst())
                        && Character.isDigit(row.get(2).charAt(0))
                        && Character.isDigit(row.get(3).charAt(0)));
    }

    /** {@code ps aux}; BusyBox prints other columns and knows nothing of shares. */
    static Speaker list() {
        return result -> {
            List<List<String>> rows =
                    Text.rows(result.output()).stream().skip(1).toList();
            String there = Text.withoutEnd(Text.thereAre(rows.size(), "process"), ".");
            List<String> busiest = rows.stream()
                    .filter(row -> row.size() > 10 && Text.number(row.get(2)) >= 1)
                    .sorted(Comparator.comparingDouble((List<String> row) -> -Text.number(row.get(2))))
                    .map(row -> name(row.get(10)) + " with " + Units.rounded(row.get(2)) + " percent of a processor")
                    .toList();
            return Optional.of(
                    Answer.of(busiest.isEmpty() ? there + "." : there + "; the busiest is " + busiest.getFirst() + ".")
                            .items(busiest, 1));
        };
    }

    private static String name(String command) {
        return Text.withoutEnd(command.substring(command.lastIndexOf('/') + 1), ":");
    }

    static Speaker pgrep() {
        return result -> {
            String name = result.slots().getOrDefault("program", "that name");
            List<List<String>> found = Text.rows(result.output());
            if (result.exitCode() == 1 && found.isEmpty()) {
                return Optional.of(Answer.whole("No process called " + name + " is running."));
            }
            if (result.exitCode() != 0 || found.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    found.size() == 1
                            ? Answer.of(name + " is running, as process "
                                    + found.getFirst().getFirst() + ".")
                            : Answer.of(name + " is running, as " + found.size() + " processes."));
        };
    }

    static Speaker zombies() {
        return result -> {
            List<String> zombies = Text.rows(result.output()).stream()
                    .filter(row -> row.size() > 3 && row.get(2).startsWith("Z"))
                    .map(row -> row.get(3) + ", process " + row.getFirst() + ", whose parent is " + row.get(1))
                    .toList();
            String there = Text.thereAre(zombies.size(), "zombie process");
            return Optional.of(
                    zombies.isEmpty() ? Answer.whole(there) : Answer.of(there).items(zombies, 0));
        };
    }
}
