package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways in which programs of all kinds fail: by what they print then, else by their exit status. */
final class Failures {

    /** The particular before the general: a docker socket that may not be opened is no file that may not be read. */
    private static final List<Known> ALL = Stream.of(
                    ServiceFailures.ALL,
                    DockerFailures.ALL,
                    DatabaseFailures.ALL,
                    PackageFailures.ALL,
                    NetworkFailures.ALL,
                    RightFailures.ALL,
                    FileFailures.ALL)
            .flatMap(List::stream)
            .toList();

    private Failures() {}

    /** What to say of a command that failed; empty when its failure is none of the known ones. */
    static Optional<String> say(Told told) {
        if (isMissing(told)) {
            return Optional.of(notInstalled(missing(told)));
        }
        for (Known known : ALL) {
            Optional<String> said = known.say(told);
            if (said.isPresent()) {
                return said;
            }
        }
        return ConfigErrors.say(told.telling()).or(() -> byStatus(told));
    }

    private static boolean isMissing(Told told) {
        return told.result().exitCode() == 127
                || told.telling().contains(told.program() + ": command not found")
                || told.telling().contains("sudo: " + told.program() + ": not found");
    }

    /** In a pipe it may be another than the first. */
    private static String missing(Told told) {
        for (String line : Text.lines(told.telling())) {
            int end = line.indexOf(": command not found");
            int not = end < 0 && line.endsWith(": not found") ? line.length() - ": not found".length() : end;
            if (not > 0) {
                return line.substring(line.lastIndexOf(' ', not) + 1, not);
            }
        }
        return told.program();
    }

    static String notInstalled(String program) {
        String said = (program.isEmpty() ? "The program" : program) + " is not installed on this machine.";
        return Programs.packageOf(program)
                .map(name -> said + " On Debian and Ubuntu it comes with the package " + name + ".")
                .orElse(said);
    }

    /** Statuses that mean the same for every program (bash(1), "Exit Status"; 128 and more: the signal that ended it). */
    private static Optional<String> byStatus(Told told) {
        return switch (told.result().exitCode()) {
            case 124 -> Optional.of("It did not finish in the time it was given.");
            case 126 -> Optional.of(told.program() + " is there, but it may not be executed.");
            case 130 -> Optional.of("It was interrupted before it had finished.");
            case 134 -> Optional.of("It gave up over an error of its own.");
            case 137 -> Optional.of("It was killed, most likely because memory ran out.");
            case 139 -> Optional.of("It crashed over an error of its own.");
            case 141 -> Optional.of("It ended early, since nothing read its output any more.");
            case 143 -> Optional.of("It was told to end before it had finished.");
            default -> Optional.empty();
        };
    }
}
