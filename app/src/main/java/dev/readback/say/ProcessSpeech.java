package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads ps and pgrep. */
final class ProcessSpeech {

    private ProcessSpeech() {}

    static Speaker topCpu() {
        return result -> top(
                rows(result, 5)
                        .filter(row -> !row.get(2).equals("0.0"))
                        .map(row -> row.get(4) + " with " + Units.rounded(row.get(2)) + " percent")
                        .toList(),
                "the processor",
                "No process uses the processor much.");
    }

    static Speaker topMemory() {
        return result -> top(
                rows(result, 5)
                        .map(row -> row.get(4) + " with " + Units.bytes(Double.parseDouble(row.get(3)) * 1024))
                        .toList(),
                "the memory",
                "No process uses much memory.");
    }

    private static Optional<String> top(List<String> processes, String what, String none) {
        if (processes.isEmpty()) {
            return Optional.of(none);
        }
        String rest = processes.size() > 1 ? ", then " + processes.get(1) : "";
        return Optional.of("Most of " + what + " goes to " + processes.getFirst() + rest + ".");
    }

    private static Stream<List<String>> rows(CommandResult result, int columns) {
        return Text.rows(result.output()).stream()
                .filter(row -> row.size() >= columns
                        && row.getFirst().matches("\\d+")
                        && row.get(3).matches("[0-9.]+"));
    }

    static Speaker pgrep() {
        return result -> {
            String name = result.slots().getOrDefault("program", "that name");
            List<List<String>> found = Text.rows(result.output());
            if (result.exitCode() == 1 && found.isEmpty()) {
                return Optional.of("No process called " + name + " is running.");
            }
            if (result.exitCode() != 0 || found.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    found.size() == 1
                            ? name + " is running, as process "
                                    + found.getFirst().getFirst() + "."
                            : name + " is running, as " + found.size() + " processes.");
        };
    }

    static Speaker zombies() {
        return result -> {
            long zombies = Text.rows(result.output()).stream()
                    .filter(row -> row.size() > 2 && row.get(2).startsWith("Z"))
                    .count();
            return Optional.of(Text.thereAre(zombies, "zombie process"));
        };
    }
}
