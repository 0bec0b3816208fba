package dev.readback.voice.weights;

import java.util.regex.Pattern;

/**
 * One version of an npm package.
 *
 * @param bytes of its tarball
 * @param integrity {@code sha512-} and the Base64 of the tarball's hash, as npm writes it
 */
record PinnedPackage(String name, String version, long bytes, String integrity) {

    private static final Pattern NAME = Pattern.compile("(@[a-z0-9-]+/)?[a-z0-9-]+");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern INTEGRITY = Pattern.compile("sha512-[A-Za-z0-9+/]{86}==");

    PinnedPackage {
        PinsFile.check(NAME.matcher(name).matches(), "\"" + name + "\" is not the name of an npm package");
        PinsFile.check(VERSION.matcher(version).matches(), name + ": the version is not an exact one");
        PinsFile.check(bytes > 0, name + ": bytes are missing");
        PinsFile.check(INTEGRITY.matcher(integrity).matches(), name + ": the integrity is not a SHA-512");
    }

    /** What npm is asked for. */
    String spec() {
        return name + "@" + version;
    }

    /** A file name of its own: {@code ricky0123-vad-web-0.0.31}. */
    String label() {
        return name.replace("@", "").replace('/', '-') + "-" + version;
    }
}
