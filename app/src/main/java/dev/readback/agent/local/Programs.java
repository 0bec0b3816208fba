package dev.readback.agent.local;

import dev.readback.agent.Invocation;
import dev.readback.agent.Invocation.Binary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs lie, and whether they are still what they were. */
final class Programs {

    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final List<Path> FOLDERS =
            Stream.of(PATH.split(":")).map(Path::of).toList();

    private Programs() {}

    /** The file a name stands for, its folder without links, its own name kept: {@code reboot} is a link that goes by its name. */
    static Optional<Path> find(String name) {
        if (name.isEmpty() || name.contains("/")) {
            return Optional.empty();
        }
        try {
            return FOLDERS.stream()
                    .map(folder -> folder.resolve(name))
                    .filter(Programs::runnable)
                    .findFirst()
                    .flatMap(Programs::inRealFolder);
        } catch (InvalidPathException nothingIsCalledThat) {
            return Optional.empty();
        }
    }

    static boolean runnable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    static Optional<Path> inRealFolder(Path file) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            return Optional.of(folder.toRealPath().resolve(file.getFileName()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    static Optional<Binary> fingerprint(Path file) {
        try {
            Path real = file.toRealPath();
            BasicFileAttributes found = Files.readAttributes(real, BasicFileAttributes.class);
            // Whoever puts size and time back cannot put back when the inode was last changed.
            String key = found.fileKey() + " " + Files.getAttribute(real, "unix:ctime");
            return Optional.of(new Binary(
                    real.toString(), found.size(), found.lastModifiedTime().toMillis(), key));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Says which program of an invocation is not what was approved. */
    static Optional<String> changed(Invocation invocation) {
        List<Binary> approved = invocation.binaries();
        Path first = Path.of(invocation.argv().getFirst());
        boolean firstIsApproved = fingerprint(first).filter(approved::contains).isPresent();
        return firstIsApproved
                ? approved.stream()
                        .filter(binary -> !fingerprint(Path.of(binary.path())).equals(Optional.of(binary)))
                        .findFirst()
                        .map(Binary::path)
                : Optional.of(first.toString());
    }

    /**
     * The word to start a program by: its bare name where the search path leads to exactly this file, so that its messages begin as they do
     * in a shell; else the path.
     */
    static String word(Path program) {
        String name = String.valueOf(program.getFileName());
        boolean same = !name.startsWith("-") && find(name).equals(Optional.of(program));
        return same ? name : program.toString();
    }
}
