package dev.readback.voice.personaplex;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Messages on their way out, one at a time, as java.net.http wants it; a few wait, and more are dropped: sound that comes late is worth nothing. Thread-safe. */
final class Outgoing {

    private static final int MOST = 16;

    private final Deque<ByteBuffer> waiting = new ArrayDeque<>(MOST);
    private @Nullable WebSocket socket;
    private boolean sending;

    synchronized void over(WebSocket opened) {
        socket = opened;
    }

    synchronized boolean full() {
        return waiting.size() >= MOST;
    }

    void send(ByteBuffer message) {
        synchronized (this) {
            if (socket == null || waiting.size() >= MOST) {
                return;
            }
            waiting.add(message);
            if (sending) {
                return;
            }
            sending = true;
        }
        next();
    }

    synchronized void stop() {
        socket = null;
        waiting.clear();
    }

    private void next() {
        WebSocket to;
        ByteBuffer message;
        synchronized (this) {
            to = socket;
            message = waiting.poll();
            if (to == null || message == null) {
                sending = false;
                return;
            }
        }
        var _ = to.sendBinary(message, true).whenComplete((sent, failed) -> {
            if (failed == null) {
                next();
            } else {
                stop();
            }
        });
    }
}
