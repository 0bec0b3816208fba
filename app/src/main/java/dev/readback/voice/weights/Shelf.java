package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The files as they lie in a store. A file's hash is worked out once and noted beside it, with its size and time; while those are the same it is not worked out
 * again.
 */
final class Shelf {

    private final Path store;

    Shelf(Path store) {
        this.store = store;
    }

    Path place(PinnedFile file) {
        return file.in(store);
    }

    /** Whether the file is there and what it must be. */
    boolean holds(PinnedFile file) {
        Path place = place(file);
        try {
            if (!Files.isRegularFile(place) || Files.size(place) != file.bytes()) {
                return false;
            }
            String facts = facts(place, file);
            if (facts.equals(noted(place))) {
                return true;
            }
            boolean right = Hashes.sha256(place).equals(file.sha256());
            if (right) {
                note(place, facts);
            }
            return right;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Takes a file whose hash was found right; from now on others see it, whole. */
    void take(Path fresh, PinnedFile file) throws IOException {
        Path place = place(file);
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        note(place, facts(place, file));
    }

    private static String facts(Path place, PinnedFile file) throws IOException {
        return file.sha256() + " " + file.bytes() + " "
                + Files.getLastModifiedTime(place).to(TimeUnit.NANOSECONDS);
    }

    private static String noted(Path place) {
        try {
            return Files.readString(note(place)).strip();
        } catch (IOException none) {
            return "";
        }
    }

    /** In a store that may only be read nothing is noted, and the hash is worked out each time. */
    private static void note(Path place, String facts) {
        try {
            Files.writeString(note(place), facts + "\n");
        } catch (IOException e) {
            // As said.
        }
    }

    private static Path note(Path place) {
        return place.resolveSibling("." + place.getFileName() + ".checked");
    }
}
