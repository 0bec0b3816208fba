package dev.readback.web.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logins on disk: one line each, digest and end, readable by the owner only. A file that cannot be read counts as empty and one that cannot be written
 * is logged: the person then logs in again after a restart, and nothing else is lost.
 */
public final class LoginFile {
    private static final Logger LOG = LoggerFactory.getLogger(LoginFile.class);
    private final Path path;

    public LoginFile(Path path) {
        this.path = path;
    }

    Map<String, Instant> read() {
        Map<String, Instant> endByDigest = new HashMap<>();
        try {
            if (Files.exists(path)) {
                Files.readAllLines(path, UTF_8).forEach(line -> readLine(line, endByDigest));
            }
        } catch (IOException unreadable) {
            LOG.atWarn().setCause(unreadable).addKeyValue("file", path).log("logins could not be read");
        }
        return endByDigest;
    }

    private static void readLine(String line, Map<String, Instant> endByDigest) {
        List<String> words = List.of(line.split(" ", 2));
        if (words.size() == 2 && words.getFirst().matches("[0-9a-f]{64}")) {
            try {
                endByDigest.put(words.getFirst(), Instant.parse(words.getLast()));
            } catch (DateTimeException damaged) {
                LOG.atWarn().log("a damaged line among the logins was left out");
            }
        }
    }

    void write(Map<String, Instant> endByDigest) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(endByDigest).forEach((digest, end) -> text.append(digest + " " + end + "\n"));
        try {
            Path draft = Files.createTempFile(
                    path.toAbsolutePath().getParent(),
                    "logins",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text);
            Files.move(draft, path, REPLACE_EXISTING, ATOMIC_MOVE);
        } catch (IOException unwritable) {
            LOG.atWarn().setCause(unwritable).addKeyValue("file", path).log("logins could not be kept");
        }
    }
}
