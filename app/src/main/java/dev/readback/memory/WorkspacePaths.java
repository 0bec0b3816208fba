package dev.readback.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** Names of files, and what they may lead to: Markdown within the folder, at most four levels deep, and nothing through a link out of it. */
final class WorkspacePaths {

    static final int DEPTH = 4;

    private static final String WORD = "[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,99}";
    private static final Pattern NAME =
            Pattern.compile("(?:" + WORD + "/){0," + (DEPTH - 1) + "}" + WORD + "(?<=\\.md)");

    private final Path folder;

    /** @param folder by its real path */
    WorkspacePaths(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** @throws MemoryFailure.NameRefused when the name is not one, or leads out */
    Path resolve(String file) throws IOException {
        if (!NAME.matcher(file).matches()) {
            throw new MemoryFailure.NameRefused(file);
        }
        Path path = folder.resolve(file);
        if (!nearest(path).toRealPath().startsWith(folder) || isDangling(path) || Files.isDirectory(path)) {
            throw new MemoryFailure.NameRefused(file);
        }
        return path;
    }

    /** What exists of a path: itself, or the folder nearest to it. */
    private static Path nearest(Path path) {
        Path part = path;
        while (!Files.exists(part)) {
            part = Objects.requireNonNull(part.getParent());
        }
        return part;
    }

    private static boolean isDangling(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.exists(path);
    }
}
