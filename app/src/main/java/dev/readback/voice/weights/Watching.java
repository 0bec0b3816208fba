package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Looks at npm from outside. It tells nothing of its progress, but what comes grows in its cache.
 *
 * @param bytes of the tarball that is to come
 */
record Watching(Patience patience, Path workplace, Path cache, long bytes) {

    /** @throws WeightFailure {@code weights_stalled} once nothing has come for too long */
    void until(Process process, LongConsumer come) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long moved = begun;
        long size = 0;
        while (!process.waitFor(patience.look())) {
            long now = System.nanoTime();
            long grown = below(workplace);
            if (grown != size) {
                size = grown;
                moved = now;
            }
            if (now - moved > patience.stall().toNanos()
                    || now - begun > patience.whole().toNanos()) {
                throw WeightFailure.stalled((now - moved) / 1_000_000_000);
            }
            come.accept(Math.min(bytes, below(cache)));
        }
    }

    private static long below(Path folder) throws IOException {
        AtomicLong sum = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE; // npm moves and removes while we look.
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path folder, @org.jspecify.annotations.Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum.get();
    }
}
