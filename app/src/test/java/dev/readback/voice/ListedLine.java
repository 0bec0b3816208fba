package dev.readback.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A person's device that keeps what it is told. */
public final class ListedLine implements Line {

    public final List<Telling> told = new CopyOnWriteArrayList<>();
    public final AtomicInteger bytes = new AtomicInteger();
    public final AtomicInteger ofPersona = new AtomicInteger();
    public volatile String closed = "";

    @Override
    public void tell(Telling telling) {
        told.add(telling);
    }

    @Override
    public void sound(ByteBuffer pcm) {
        bytes.addAndGet(pcm.remaining());
    }

    @Override
    public void persona(ByteBuffer packet) {
        ofPersona.incrementAndGet();
    }

    @Override
    public void fail(String why) {
        closed = why;
    }

    @Override
    public void close(String why) {
        closed = why;
    }

    <T extends Telling> Stream<T> only(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Waits until something of this kind was told that fits. */
    <T extends Telling> T awaits(Class<T> kind, java.util.function.Predicate<T> fits) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            java.util.Optional<T> found = only(kind).filter(fits).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(5);
        }
        assertThat(told).as("a fitting " + kind.getSimpleName()).isEmpty();
        throw new AssertionError(kind);
    }
}
