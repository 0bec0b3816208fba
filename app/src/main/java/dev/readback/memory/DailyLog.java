package dev.readback.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * The day's file {@code memory/YYYY-MM-DD.md}: one line an entry, only ever added to. Thread-safe within one process; throws
 * {@link MemoryFailure.AccessFailed} when it cannot be written.
 */
public final class DailyLog {

    private static final int MAX_CHARACTERS = 2000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Path folder;
    private final ZoneId zone;

    /** @param zone whose days and times these are */
    public DailyLog(Workspace workspace, ZoneId zone) {
        this.folder = workspace.folder().resolve("memory");
        this.zone = zone;
    }

    /** Adds one entry; line breaks and other control characters in it become spaces, and 2,000 characters of it are kept. */
    public synchronized void append(Instant when, String line) {
        ZonedDateTime local = when.atZone(zone);
        String day = local.toLocalDate().toString();
        Path file = folder.resolve(day + ".md");
        try {
            Files.createDirectories(folder, FirstStart.PRIVATE_FOLDER);
            boolean fresh = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            String before = fresh ? "# " + day + "\n\n" : "";
            add(file, before, "- " + TIME.format(local) + " " + flat(line) + "\n");
        } catch (IOException refused) {
            throw new MemoryFailure.AccessFailed("memory/" + day + ".md", refused);
        }
    }

    private static void add(Path file, String heading, String entry) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                FirstStart.PRIVATE_FILE)) {
            long size = channel.size();
            String text = heading + (endsInTheMiddle(channel, size) ? "\n" : "") + entry;
            channel.position(size);
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Whoever edited the file by hand may have left its last line open. */
    private static boolean endsInTheMiddle(FileChannel channel, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
    }

    private static String flat(String line) {
        String one = line.replaceAll("[\\p{Cntrl}\\x{85}\\u2028\\u2029]+", " ").strip();
        int end = one.offsetByCodePoints(0, Math.min(MAX_CHARACTERS, one.codePointCount(0, one.length())));
        return one.substring(0, end);
    }
}
