package dev.readback.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a workspace begins with. A text is put there once: what the person changed stays, what they deleted stays deleted, and only what is still
 * byte for byte an older text of ours is replaced by the newer one.
 */
final class FirstStart {

    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final List<String> FOLDERS = List.of("skills", "memory");

    /** Names, one a line, of the texts that were put here once. */
    private static final String GIVEN = ".given";

    private FirstStart() {}

    /** Returns the folder's real path. */
    static Path prepare(Path folder) {
        try {
            Files.createDirectories(folder, PRIVATE_FOLDER);
            for (String name : FOLDERS) {
                Files.createDirectories(folder.resolve(name), PRIVATE_FOLDER);
            }
            give(folder);
            return folder.toRealPath();
        } catch (IOException refused) {
            throw new MemoryFailure.AccessFailed(folder.toString(), refused);
        }
    }

    private static void give(Path folder) throws IOException {
        Set<String> given = given(folder);
        Set<String> before = Set.copyOf(given);
        for (String name : ShippedTexts.FILES) {
            Path file = folder.resolve(name);
            boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (there ? isOlder(file, name) : !given.contains(name)) {
                replace(file, ShippedTexts.text(name));
            }
            given.add(name);
        }
        if (!given.equals(before)) {
            replace(
                    folder.resolve(GIVEN),
                    (String.join("\n", given) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static Set<String> given(Path folder) {
        try {
            return new TreeSet<>(Files.readAllLines(folder.resolve(GIVEN)));
        } catch (IOException none) {
            return new TreeSet<>();
        }
    }

    private static boolean isOlder(Path file, String name) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.isReadable(file)
                && Files.size(file) <= Workspace.MAX_BYTES
                && ShippedTexts.isOlder(name, Files.readAllBytes(file));
    }

    /** Writes a file as a whole or not at all; private where it is new. */
    static void replace(Path path, byte[] bytes) throws IOException {
        Path parent = Objects.requireNonNull(path.getParent());
        Files.createDirectories(parent, PRIVATE_FOLDER);
        Path next = Files.createFile(parent.resolve("." + UUID.randomUUID() + ".tmp"), PRIVATE_FILE);
        try {
            Files.write(next, bytes);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
