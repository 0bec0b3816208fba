package dev.readback.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

    /**
     * Opens the workspace, making the folder and the files it begins with. What the person changed or deleted stays so; a text of ours that
     * nobody touched is replaced when a newer one is shipped.
     */
    public static Workspace open(Path folder) {
        return new Workspace(new WorkspacePaths(FirstStart.prepare(folder)));
    }

    /** Opens a workspace only where there is one; makes and changes nothing. */
    public static Optional<Workspace> existing(Path folder) {
        try {
            return Files.isDirectory(folder)
                    ? Optional.of(new Workspace(new WorkspacePaths(folder.toRealPath())))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
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
            FirstStart.replace(Files.exists(path) ? path.toRealPath() : path, bytes);
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

    /** What the person wrote about themselves, their machines and the manner they like, for a model: at most this many characters. */
    public String knowledge(int maxChars) {
        return new Knowledge(this).text(maxChars);
    }

    /** Changes whenever one of these files does; costs a look at their attributes. */
    public List<Object> stamp(List<String> files) {
        return files.stream().map(this::attributes).toList();
    }

    private Object attributes(String file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(paths.folder().resolve(file), BasicFileAttributes.class);
            return List.of(seen.lastModifiedTime(), seen.size(), String.valueOf(seen.fileKey()));
        } catch (IOException gone) {
            return file;
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

    private static String version(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
