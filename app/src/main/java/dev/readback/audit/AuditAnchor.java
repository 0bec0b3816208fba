package dev.readback.audit;

import dev.readback.audit.AuditChain.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of the chain, noted in a file outside the database, so that a trail whose end was cut off, or that was replaced by an older or a rewritten
 * one, is noticed. One writer at a time; reading is thread-safe and may happen in another process.
 *
 * <p><b>How it is written.</b> Created whole (temporary file, fsync, rename); from then on the one line of fixed length, far shorter than a disk
 * sector, is overwritten in place after each grouped commit and before its callers are answered. No fsync then: when the process is killed the line
 * is safe with the kernel, and when the power fails the file holds this line or an earlier one, which merely leaves the anchor behind the trail. That
 * costs microseconds instead of a second disk flush. Writing in place, to the file as it was opened, also means that an anchor deleted or exchanged
 * while Readback runs is not quietly made good by the next commit.
 *
 * <p><b>What it is worth.</b> Somebody who can change the database but not this file (a statement run on a shared PostgreSQL, a restored backup, a
 * damaged disk) is noticed. Somebody who can change both can compute everything anew: the chain has no secret. Against them only a copy of the head
 * kept elsewhere helps; {@code audit verify} prints it for that purpose.
 */
public final class AuditAnchor implements AutoCloseable {

    private static final String FORM = "readback-audit-anchor 1 %020d %s\n";
    private static final Pattern LINE = Pattern.compile("readback-audit-anchor 1 ([0-9]{20}) ([0-9a-f]{64})\n");
    private static final int LENGTH = FORM.formatted(0, Head.EMPTY.hash()).length();

    private final Path file;
    private Optional<FileChannel> open = Optional.empty();

    public AuditAnchor(Path file) {
        this.file = file;
    }

    /** What the file says. */
    public sealed interface Reading {
        /** There is no such file. */
        record Missing() implements Reading {}

        /** It names a head. */
        record Anchored(Head head) implements Reading {}

        /** There is something, but not an anchor. */
        record Unreadable(String why) implements Reading {}
    }

    public Path file() {
        return file;
    }

    /** Reads the file as it stands now. */
    public Reading read() {
        try {
            return parse(settled());
        } catch (NoSuchFileException e) {
            return new Reading.Missing();
        } catch (IOException e) {
            return new Reading.Unreadable("it cannot be read (" + e.getMessage() + ")");
        }
    }

    /**
     * Notes a new head.
     *
     * @throws AnchorFailure when the file cannot be written; the anchor stays behind then
     */
    public void write(Head head) {
        byte[] line = FORM.formatted(head.sequence(), head.hash()).getBytes(StandardCharsets.US_ASCII);
        try {
            channel(line).write(ByteBuffer.wrap(line), 0);
        } catch (IOException e) {
            throw new AnchorFailure("The audit anchor " + file + " cannot be written.", e);
        }
    }

    @Override
    public void close() {
        try {
            if (open.isPresent()) {
                open.get().force(true);
                open.get().close();
            }
        } catch (IOException e) {
            throw new AnchorFailure("The audit anchor " + file + " cannot be flushed to the disk.", e);
        } finally {
            open = Optional.empty();
        }
    }

    /** A line may be overwritten while it is read: what reads the same twice was not. */
    private byte[] settled() throws IOException {
        byte[] before = start();
        for (int i = 0; i < 10; i++) {
            byte[] now = start();
            if (Arrays.equals(before, now)) {
                break;
            }
            before = now;
        }
        return before;
    }

    private byte[] start() throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LENGTH + 1);
        }
    }

    private static Reading parse(byte[] bytes) {
        Matcher line = LINE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!line.matches()) {
            return new Reading.Unreadable("it does not hold what an anchor holds");
        }
        try {
            return new Reading.Anchored(new Head(Long.parseLong(line.group(1)), line.group(2)));
        } catch (NumberFormatException e) {
            return new Reading.Unreadable("its number is too large");
        }
    }

    private FileChannel channel(byte[] line) throws IOException {
        if (open.isEmpty()) {
            if (!(read() instanceof Reading.Anchored)) {
                create(line);
            }
            open = Optional.of(FileChannel.open(file, StandardOpenOption.WRITE));
        }
        return open.get();
    }

    private void create(byte[] line) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel out = FileChannel.open(fresh, options, ownerOnly)) {
            out.write(ByteBuffer.wrap(line));
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
