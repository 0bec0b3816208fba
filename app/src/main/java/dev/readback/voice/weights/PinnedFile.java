package dev.readback.voice.weights;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One file of a package.
 *
 * @param path in the package, without the {@code package/} every tarball begins its names with
 * @param sha256 64 hexadecimal digits
 */
record PinnedFile(PinnedPackage from, String path, long bytes, String sha256) {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    PinnedFile {
        PinsFile.check(PATH.matcher(path).matches(), "\"" + path + "\" is not a plain path");
        PinsFile.check(bytes > 0, path + ": bytes are missing");
        PinsFile.check(sha256.matches("[0-9a-f]{64}"), path + ": the hash is not a SHA-256");
    }

    /** The folders above it, each with its slash; empty at the top. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Where it lies in a store; another version of the package lies elsewhere, so that checkouts of different age can share a store. */
    Path in(Path store) {
        return store.resolve(from.label()).resolve(path);
    }
}
