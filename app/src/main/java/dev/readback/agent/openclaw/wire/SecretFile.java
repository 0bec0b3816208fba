package dev.readback.agent.openclaw.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A flat JSON object in a file nobody else may read, replaced as a whole or not at all. A damaged one is set aside and counts as empty. */
final class SecretFile {

    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    SecretFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What it holds, to be changed freely. */
    Map<String, String> read() {
        try {
            return new HashMap<>(JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {}));
        } catch (NoSuchFileException none) {
            return new HashMap<>();
        } catch (JacksonException damaged) {
            LOG.atWarn().addKeyValue("file", file).log("a damaged file was set aside");
            setAside();
            return new HashMap<>();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Map<String, String> content) {
        Path folder = file.resolveSibling(".");
        Path next = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(
                        folder.normalize(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            flush(next, JSON.writeValueAsString(content));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException immovable) {
            LOG.atWarn().addKeyValue("file", file).log("a damaged file could not be set aside");
        }
    }

    private static void flush(Path next, String text) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel =
                FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException unwritable) {
            Files.deleteIfExists(next);
            throw unwritable;
        }
    }
}
