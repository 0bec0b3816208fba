package dev.readback.voice.personaplex;

import dev.readback.voice.Persona;
import dev.readback.voice.Persona.News;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A listener that keeps all it is told, and finds out when two tell at once. */
final class Listened implements Persona.Listener {

    final List<News> news = new CopyOnWriteArrayList<>();
    final List<byte[]> sounds = new CopyOnWriteArrayList<>();
    final AtomicInteger telling = new AtomicInteger();
    volatile boolean twoAtOnce;
    private volatile Thread teller = Thread.currentThread();

    /** Done at once when something is told. */
    volatile Consumer<News> at = one -> {};

    @Override
    public void sound(ByteBuffer packet) {
        twoAtOnce |= telling.incrementAndGet() > 1;
        byte[] bytes = new byte[packet.remaining()];
        packet.duplicate().get(bytes);
        sounds.add(bytes);
        telling.decrementAndGet();
    }

    @Override
    public void news(News one) {
        twoAtOnce |= telling.incrementAndGet() > 1 && !teller.equals(Thread.currentThread());
        teller = Thread.currentThread();
        news.add(one);
        at.accept(one);
        telling.decrementAndGet();
    }

    <T extends News> List<T> of(Class<T> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean talks() {
        return !of(News.Talking.class).isEmpty();
    }

    News.Lost lost() {
        until(() -> !of(News.Lost.class).isEmpty());
        return of(News.Lost.class).getFirst();
    }

    void untilTalking() {
        until(this::talks);
    }

    static void until(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to that");
            }
            pause(2);
        }
    }

    static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
