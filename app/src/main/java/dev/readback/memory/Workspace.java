package dev.readback.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of Markdown files that is the memory. Only {@code .md} files inside it, at most {@link #MAX_BYTES} each. Thread-safe; files may
 * also be edited by hand at any time. Every method may throw a {@link MemoryFailure}.
 */
public final class Workspace {

    /** The largest file that is written or read, in bytes of UTF-8. */
    public static final int MAX_BYTES = 256 << 10;

    private static final int MAX_FILES = 5000;

    private final WorkspacePaths paths;

    private Workspace(WorkspacePaths paths) {
        this.paths = paths;
    }

    /** Opens the workspace, making the folder and the files it begins with where they are missing; what exists is left as it is. */
    public static Workspace open(Path folder) {
        return new Workspace(new WorkspacePaths(FirstStart.prepare(folder)));
    }

    /** Where the workspace lies. */
    public Path folder() {
        return paths.folder();
    }

    /** One file, with what is no UTF-8 in it replaced. */
    public Note read(String file) {
        try {
            return find(file).orElseThrow(() -> new MemoryFailure.NotFound(file));
        } catch (IOException unreadable) {
            throw new MemoryFailure.AccessFailed(file, unreadable);
        }
    }

    /**
     * Writes a file, the whole of it or nothing.
     *
     * @param expectedVersion the version the caller has seen, {@link Note#ABSENT} to make a new file; empty to write in any case
     */
    public synchronized Note write(String file, String text, Optional<String> expectedVersion) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new MemoryFailure.TooLarge(file);
        }
        try {
            Path path = paths.resolve(file);
            if (expectedVersion.isPresent()) {
                expect(file, expectedVersion.get());
            }
            replace(Files.exists(path) ? path.toRealPath() : path, bytes);
            return new Note(file, new String(bytes, StandardCharsets.UTF_8), version(bytes));
        } catch (IOException unwritable) {
            throw new MemoryFailure.AccessFailed(file, unwritable);
        }
    }

    /** The names of all files, sorted, at most 5,000. */
    public List<String> files() {
        try (Stream<Path> all = Files.walk(paths.folder(), WorkspacePaths.DEPTH)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> paths.folder().relativize(path).toString())
                    .filter(this::isName)
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new MemoryFailure.AccessFailed("", unreadable);
        }
    }

    /** The lines that hold every word of the query, in any case: lasting notes first, then the days, the newest first. */
    public List<Match> search(String query, int limit) {
        return new Search(this).find(query, limit);
    }

    private boolean isName(String file) {
        try {
            paths.resolve(file);
            return true;
        } catch (IOException | MemoryFailure.NameRefused other) {
            return false;
        }
    }

    private Optional<Note> find(String file) throws IOException {
        Path path = paths.resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (Files.size(path) > MAX_BYTES) {
            throw new MemoryFailure.TooLarge(file);
        }
        byte[] bytes = Files.readAllBytes(path);
        return Optional.of(new Note(file, new String(bytes, StandardCharsets.UTF_8), version(bytes)));
    }

    private void expect(String file, String version) throws IOException {
        String current = find(file).map(Note::version).orElse(Note.ABSENT);
        if (!current.equals(version)) {
            throw new MemoryFailure.ChangedMeanwhile(file, current);
        }
    }

    private static void replace(Path path, byte[] bytes) throws IOException {
        Path parent = Objects.requireNonNull(path.getParent());
        Files.createDirectories(parent, FirstStart.PRIVATE_FOLDER);
        Path next = Files.createFile(parent.resolve("." + UUID.randomUUID() + ".tmp"), FirstStart.PRIVATE_FILE);
        try {
            Files.write(next, bytes);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static String version(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
