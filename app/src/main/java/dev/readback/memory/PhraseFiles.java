package dev.readback.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The person's own phrasebook files, {@code phrasebook/*.yaml} in the workspace. Nothing is followed out of it, nothing larger than
 * {@link #MAX_BYTES} and nothing but a plain file is read. Thread-safe.
 */
public final class PhraseFiles {

    /** The largest file, in bytes. */
    public static final int MAX_BYTES = 256 << 10;

    private static final String FOLDER = "phrasebook";
    private static final int MOST = 50;

    private final Path workspace;

    /** @param workspace the folder, which need not exist */
    public PhraseFiles(Path workspace) {
        this.workspace = workspace;
    }

    /**
     * One of the files, as it is now.
     *
     * @param name such as {@code phrasebook/mine.yaml}
     * @param text empty where it cannot be used
     * @param trouble why not
     */
    public record Found(String name, Optional<String> text, String trouble) {}

    /** Changes whenever one of the files does; costs a look at each file's attributes. */
    public List<Object> stamp() {
        List<Object> stamp = new ArrayList<>();
        for (Path file : files()) {
            stamp.add(file);
            stamp.add(attributes(file));
        }
        return stamp;
    }

    /** The time of the last change to the file or its rights, too. */
    private static Object attributes(Path file) {
        try {
            return Files.readAttributes(file, "unix:ctime,lastModifiedTime,size,ino");
        } catch (IOException | UnsupportedOperationException gone) {
            return "gone";
        }
    }

    /** All files, by name. */
    public List<Found> read() {
        return files().stream().map(this::read).toList();
    }

    private List<Path> files() {
        Path folder = workspace.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> isPhrasebook(file.getFileName().toString()))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static boolean isPhrasebook(String name) {
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private Found read(Path file) {
        String name = FOLDER + "/" + file.getFileName();
        try {
            if (!file.toRealPath().startsWith(workspace.toRealPath())) {
                return new Found(name, Optional.empty(), "the link leads out of the workspace");
            }
            if (!Files.isRegularFile(file)) {
                return new Found(name, Optional.empty(), "this is not a plain file");
            }
            byte[] bytes = bytes(file);
            return bytes.length > MAX_BYTES
                    ? new Found(name, Optional.empty(), "the file is larger than " + MAX_BYTES / 1024 + " KiB")
                    : new Found(name, Optional.of(text(bytes)), "");
        } catch (CharacterCodingException notText) {
            return new Found(name, Optional.empty(), "the file is not UTF-8");
        } catch (IOException unreadable) {
            return new Found(name, Optional.empty(), "the file cannot be read");
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The text of one file; empty where there is none that can be used. */
    public Optional<String> text(String name) {
        return read().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .flatMap(Found::text);
    }

    /** Writes one file, the whole of it or nothing. */
    public void write(String name, String text) {
        Path folder = workspace.resolve(FOLDER);
        Path file = workspace.resolve(name);
        try {
            Files.createDirectories(folder, FirstStart.PRIVATE_FOLDER);
            boolean inside = folder.toRealPath().startsWith(workspace.toRealPath())
                    && folder.equals(file.getParent())
                    && !Files.isSymbolicLink(file)
                    && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
            if (!inside) {
                throw new MemoryFailure.NameRefused(name);
            }
            FirstStart.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new MemoryFailure.AccessFailed(name, unwritable);
        }
    }
}
