package dev.readback.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** What a workspace begins with. */
final class FirstStart {

    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final List<String> FILES = List.of("AGENTS.md", "SOUL.md", "TOOLS.md", "USER.md", "MEMORY.md");
    private static final List<String> FOLDERS = List.of("skills", "memory");

    private FirstStart() {}

    /** Adds what is missing and changes nothing else; returns the folder's real path. */
    static Path prepare(Path folder) {
        try {
            Files.createDirectories(folder, PRIVATE_FOLDER);
            for (String name : FOLDERS) {
                Files.createDirectories(folder.resolve(name), PRIVATE_FOLDER);
            }
            for (String name : FILES) {
                addMissing(folder.resolve(name), name);
            }
            return folder.toRealPath();
        } catch (IOException refused) {
            throw new MemoryFailure.AccessFailed(folder.toString(), refused);
        }
    }

    private static void addMissing(Path file, String name) throws IOException {
        try {
            Files.createFile(file, PRIVATE_FILE);
        } catch (FileAlreadyExistsException theirs) {
            return;
        }
        Files.write(file, text(name), StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static byte[] text(String name) throws IOException {
        try (InputStream text = FirstStart.class.getResourceAsStream("/workspace/" + name)) {
            if (text == null) {
                throw new IllegalStateException("resource /workspace/" + name + " is missing");
            }
            return text.readAllBytes();
        }
    }
}
