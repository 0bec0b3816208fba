package dev.readback.agent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of {@code /proc/<pid>/stat} (proc(5)).
 *
 * @param state such as {@code R}, {@code S}, {@code T} (stopped), {@code Z} (dead, not yet reaped)
 * @param start when it began, in clock ticks since boot
 */
record ProcessStatus(long pid, char state, long parent, long session, long start) {

    private static final Path PROC = Path.of("/proc");

    /** Linux shows times to programs in hundredths of a second on every architecture we run on. */
    static final int TICKS_PER_SECOND = 100;

    static Optional<ProcessStatus> of(long pid) {
        try {
            byte[] line = Files.readAllBytes(PROC.resolve(pid + "/stat"));
            return Optional.of(parse(pid, new String(line, StandardCharsets.ISO_8859_1)));
        } catch (IOException | UncheckedIOException | IndexOutOfBoundsException | NumberFormatException gone) {
            return Optional.empty();
        }
    }

    static List<ProcessStatus> inSession(long session) {
        return pids().stream()
                .flatMap(pid -> of(pid).stream())
                .filter(status -> status.session() == session && status.alive())
                .toList();
    }

    /** Whether any process has this text among its arguments. */
    static boolean anyNames(String text) {
        return pids().stream().anyMatch(pid -> arguments(pid).contains(text));
    }

    private static String arguments(long pid) {
        try {
            return new String(Files.readAllBytes(PROC.resolve(pid + "/cmdline")), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    private static List<Long> pids() {
        try (Stream<Path> all = Files.list(PROC)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::parseLong)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    boolean alive() {
        return state != 'Z' && state != 'X';
    }

    private static ProcessStatus parse(long pid, String line) {
        // The name stands in brackets and may hold anything, brackets too; what follows the last one is regular.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new ProcessStatus(
                pid,
                fields[0].charAt(0),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[19]));
    }
}
