package dev.readback.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second Readback off the same home. The operating system drops the lock when the process ends, however it ends, so that nothing stale is left.
 */
final class HomeLock implements AutoCloseable {

    /** Locks held by this process: closing any second channel to a file would drop its lock, so it must not even be opened. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws StoreFailure {@code store_in_use} when another holds it, {@code store_unwritable} when the file cannot be made
     */
    static HomeLock take(Path file) {
        if (!HELD_HERE.add(file)) {
            throw inUse(file, ProcessHandle.current().pid() + " (this one)");
        }
        boolean taken = false;
        try {
            HomeLock lock = lock(file);
            taken = true;
            return lock;
        } catch (IOException e) {
            throw StoreFailure.unwritable(file, e);
        } finally {
            if (!taken) {
                HELD_HERE.remove(file);
            }
        }
    }

    /** Whether somebody holds the lock; shared and for a moment only, so that nothing is kept from starting. */
    static boolean held(Path file) {
        if (HELD_HERE.contains(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (NoSuchFileException nobodyEver) {
            return false;
        } catch (IOException e) {
            throw StoreFailure.unwritable(file, e);
        }
    }

    private static HomeLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) {
            channel.close();
            throw inUse(file, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        return new HomeLock(file, channel);
    }

    private static StoreFailure inUse(Path file, String pid) {
        String who = pid.isEmpty() ? "" : ", process " + pid + ",";
        return new StoreFailure(
                "store_in_use",
                "Another Readback" + who + " is already running on " + file.getParent()
                        + "; stop it first, or give this one another READBACK_HOME.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StoreFailure.unwritable(file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
