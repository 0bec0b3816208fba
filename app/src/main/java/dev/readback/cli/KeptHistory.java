package dev.readback.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines that were typed, kept in a file that is the person's alone. What looks like a secret is not kept. */
final class KeptHistory extends DefaultHistory {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)passw|passphrase|secret|token|credential|api[ _-]?key|private[ _-]?key|bearer |://[^/\\s]*:[^/\\s]*@"
                    + "|(?:mysql|mariadb)\\S*\\s(?:.*\\s)?-p\\S|sshpass"
                    + "|\\b(?=\\w*\\d)(?=\\w*[a-z])\\w{24,}\\b");

    /** @param file made where it is not there */
    KeptHistory(Path file) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            own(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be made", e);
        }
    }

    static boolean keeps(String line) {
        return !line.isBlank()
                && !Slash.ends(line.strip())
                && !SECRET.matcher(line).find();
    }

    @Override
    public void add(Instant time, String line) {
        if (keeps(line)) {
            super.add(time, line);
        }
    }

    private static void own(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be made private", e);
        }
    }
}
