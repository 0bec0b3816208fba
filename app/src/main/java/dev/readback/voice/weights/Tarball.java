package dev.readback.voice.weights;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads the plain files of a gzipped tar archive one after the other: POSIX ustar, with the long names of pax and of GNU tar. Names are only told, nothing is
 * ever written by them. For one thread.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX, pax: ustar and pax interchange format</a>
 */
final class Tarball implements AutoCloseable {

    private static final int BLOCK = 512;
    private static final int LONGEST_HEADER = 1 << 20;

    private final InputStream in;
    private long left;
    private long padding;

    Tarball(Path file) throws IOException {
        in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16);
    }

    /**
     * The beginning of a file.
     *
     * @param name as it stands in the archive
     */
    record Member(String name, long bytes) {}

    /** The next plain file, whose content {@link #content} then gives; empty at the end. */
    Optional<Member> next() throws IOException {
        String longName = "";
        while (true) {
            in.skipNBytes(left + padding);
            begin(0);
            byte[] block = in.readNBytes(BLOCK);
            if (block.length < BLOCK || block[0] == 0) {
                return Optional.empty();
            }
            TarHeader header = new TarHeader(block);
            begin(header.bytes());
            switch (header.type()) {
                case 'L' -> longName = text(header).replace("\0", "");
                case 'x' -> longName = TarHeader.paxPath(text(header)).orElse(longName);
                case '0', '\0' -> {
                    return Optional.of(new Member(longName.isEmpty() ? header.name() : longName, header.bytes()));
                }
                default -> longName = "";
            }
        }
    }

    /** What is left of the file's content; ends where the file does. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int count = in.read(to, from, (int) Math.min(length, left));
                if (count < 0) {
                    throw new EOFException("the archive ends in the middle of a file");
                }
                left -= count;
                return count;
            }
        };
    }

    private void begin(long bytes) {
        left = bytes;
        padding = (BLOCK - bytes % BLOCK) % BLOCK;
    }

    private String text(TarHeader header) throws IOException {
        if (header.bytes() > LONGEST_HEADER) {
            throw new IOException("the archive has a header of " + header.bytes() + " bytes");
        }
        return new String(content().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
