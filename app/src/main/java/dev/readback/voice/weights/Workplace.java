package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a fetch works, in the folder {@code tmp} of a store. Belongs to whoever holds the store's lock. */
final class Workplace {

    private final Path folder;

    private Workplace(Path folder) {
        this.folder = folder;
    }

    /** Clears away what one that was killed left half-done; whole tarballs stay. */
    static Workplace open(Path store) throws IOException {
        Path folder = Files.createDirectories(store.resolve("tmp"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "run-*")) {
            for (Path run : left) {
                delete(run);
            }
        }
        return new Workplace(folder);
    }

    /** A new, empty folder. */
    Path begin() throws IOException {
        return Files.createTempDirectory(folder, "run-");
    }

    /** Where a whole tarball waits to be unpacked. */
    Path tarball(PinnedPackage of) {
        return folder.resolve(of.label() + ".tgz");
    }

    /** An npm that was just killed may still be writing; what cannot be deleted now is cleared away next time. */
    static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // As said.
        }
    }
}
