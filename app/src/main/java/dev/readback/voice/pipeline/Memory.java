package dev.readback.voice.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How much memory is free for us: what the kernel says is available, or less where our control group may not have that much. */
final class Memory {

    private static final long KIB = 1024;

    private final Path root;

    private Memory(Path root) {
        this.root = root;
    }

    static Memory ofThisMachine() {
        return new Memory(Path.of("/"));
    }

    /** @param root where {@code proc} and {@code sys} are */
    static Memory at(Path root) {
        return new Memory(root);
    }

    /** In bytes; empty where nobody tells. */
    OptionalLong free() {
        OptionalLong available = available();
        OptionalLong left = leftInGroup();
        return available.isPresent() && left.isPresent()
                ? OptionalLong.of(Math.min(available.getAsLong(), left.getAsLong()))
                : available.isPresent() ? available : left;
    }

    private OptionalLong available() {
        return lines("proc/meminfo").stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                .findFirst();
    }

    /** The tightest of our group and those above it (kernel.org, cgroup-v2). What is only kept from files may be taken. */
    private OptionalLong leftInGroup() {
        Path top = root.resolve("sys/fs/cgroup");
        Path group = top.resolve(ownGroup()).normalize();
        OptionalLong least = OptionalLong.empty();
        for (Path at = group; at != null && at.startsWith(top); at = at.getParent()) {
            OptionalLong left = left(at);
            if (left.isPresent() && (least.isEmpty() || left.getAsLong() < least.getAsLong())) {
                least = left;
            }
        }
        return least;
    }

    private String ownGroup() {
        return lines("proc/self/cgroup").stream()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring("0::/".length()))
                .findFirst()
                .orElse("");
    }

    private OptionalLong left(Path group) {
        Optional<Long> most = number(group.resolve("memory.max"));
        Optional<Long> used = number(group.resolve("memory.current"));
        if (most.isEmpty() || used.isEmpty()) {
            return OptionalLong.empty();
        }
        long files = lines(group.resolve("memory.stat")).stream()
                .filter(line -> line.startsWith("inactive_file "))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        return OptionalLong.of(Math.max(0, most.get() - used.get() + files));
    }

    private Optional<Long> number(Path file) {
        return lines(file).stream()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private List<String> lines(String path) {
        return lines(root.resolve(path));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
