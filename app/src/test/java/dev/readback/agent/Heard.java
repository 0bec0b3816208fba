package dev.readback.agent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A listener that remembers, and can be waited on. */
public final class Heard implements RunListener {

    private final String awaited;
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch heard = new CountDownLatch(1);

    public Heard(String awaited) {
        this.awaited = awaited;
    }

    @Override
    public synchronized void output(String piece) {
        text.append(piece);
        if (text.indexOf(awaited) >= 0) {
            heard.countDown();
        }
    }

    public synchronized String text() {
        return text.toString();
    }

    /** Whether what is awaited has been heard within that time. */
    public boolean within(Duration time) {
        try {
            return heard.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
