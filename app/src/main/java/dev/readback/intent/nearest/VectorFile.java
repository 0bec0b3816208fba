package dev.readback.intent.nearest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vectors of the examples, kept from one start to the next: named by a digest of the model and all sentences, so they are never another's. */
final class VectorFile {

    private static final Logger LOG = LoggerFactory.getLogger(VectorFile.class);

    private final Path folder;
    private final Path file;
    private final int sentences;

    VectorFile(Path folder, List<String> sentences) {
        this.folder = folder;
        this.sentences = sentences.size();
        this.file = folder.resolve("vectors-" + digest(sentences) + ".bin");
    }

    /** One after the other, in the order of the sentences; empty where none are kept. */
    Optional<byte[]> read() {
        try {
            byte[] vectors = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            return Optional.of(vectors).filter(read -> read.length == sentences * SentenceModel.SIZE);
        } catch (IOException e) {
            LOG.warn("The kept sentence vectors cannot be read; they are worked out again", e);
            return Optional.empty();
        }
    }

    /** Keeps them; those of other sentences go. That they could not be kept is no harm. */
    void write(byte[] vectors) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "vectors", ".part");
            Files.write(part, vectors);
            try (var files = Files.newDirectoryStream(folder, "vectors-*.bin")) {
                for (Path old : files) {
                    Files.deleteIfExists(old);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The sentence vectors could not be kept; the next start works them out again", e);
        }
    }

    private static String digest(List<String> sentences) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(SentenceModel.NAME.getBytes(StandardCharsets.UTF_8));
            for (String sentence : sentences) {
                digest.update((byte) '\n');
                digest.update(sentence.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
