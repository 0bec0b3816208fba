package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** One fetch at a time in a store, in this process and among all. The operating system drops it when a process ends, however it ends. */
final class StoreLock implements AutoCloseable {

    private static final int AGAIN_MS = 200;

    /** A process holds the lock of a file as a whole; its threads take turns here. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel channel;

    private StoreLock(ReentrantLock here, FileChannel channel) {
        this.here = here;
        this.channel = channel;
    }

    /** Waits for it, as long as it takes. */
    static StoreLock take(Path file, Runnable waiting) throws IOException, InterruptedException {
        ReentrantLock here = HERE.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        if (!here.tryLock()) {
            waiting.run();
            here.lockInterruptibly();
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            await(channel, waiting);
            taken = true;
            return new StoreLock(here, channel);
        } finally {
            if (!taken) {
                here.unlock();
            }
        }
    }

    private static void await(FileChannel channel, Runnable waiting) throws IOException, InterruptedException {
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            while (lock == null) {
                waiting.run();
                Thread.sleep(AGAIN_MS);
                lock = channel.tryLock();
            }
            taken = true;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is written to it.
        } finally {
            here.unlock();
        }
    }
}
