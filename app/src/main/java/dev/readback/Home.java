package dev.readback;

import dev.readback.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The folder where Readback keeps its data: readable by its owner only. */
public final class Home {

    private static final int TOKEN_BYTES = 32;

    private final Path path;

    private Home(Path path) {
        this.path = path;
    }

    /** @throws HomeFailure when the folder cannot be made or written to */
    public static Home open(Path path) {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            Path probe = Files.createTempFile(path, ".probe", "");
            Files.writeString(probe, "x");
            Files.delete(probe);
            return new Home(path.toRealPath());
        } catch (IOException e) {
            throw new HomeFailure(path, e);
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** The token programs authenticate with; made at the first start. */
    public String token() {
        return secret("token", 1);
    }

    /** What the links of notifications are signed with; made at the first start. Another one in its place makes all links sent before worthless. */
    public byte[] linkKey() {
        return secret("link-key", TOKEN_BYTES).getBytes(StandardCharsets.US_ASCII);
    }

    /** One that is too short is replaced. */
    private String secret(String name, int least) {
        return read(name).filter(kept -> kept.length() >= least).orElseGet(() -> {
            byte[] bytes = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(bytes);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            write(name, secret + "\n");
            return secret;
        });
    }

    /** A file's text, stripped; empty where there is no such file or nothing in it. */
    public Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(file(name)).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Replaces a file as a whole, mode 0600. */
    public void write(String name, String text) {
        try {
            Path fresh = Files.createTempFile(path, "." + name, ".new");
            Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
            move(fresh, file(name));
        } catch (IOException e) {
            throw new HomeFailure(path, e);
        }
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new HomeFailure(path, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The folder cannot be used. */
    public static final class HomeFailure extends Failure {
        HomeFailure(Path path, IOException cause) {
            super(
                    "home_unusable",
                    "The folder " + path + " (READBACK_HOME) cannot be written to: " + reason(cause) + ".",
                    cause);
        }

        private static String reason(IOException cause) {
            return cause instanceof java.nio.file.AccessDeniedException
                    ? "permission denied"
                    : String.valueOf(cause.getMessage());
        }
    }
}
