package dev.readback.agent.openclaw.wire;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket as whole text frames: partial ones are put together up to {@link #LARGEST}, and one is sent at a time, whoever sends.
 * {@link Ear#ended} is told once, whatever ended it.
 */
final class Socket implements WebSocket.Listener {

    /** The largest frame taken in, in characters. A Gateway sends up to 26 MB. */
    static final int LARGEST = 32 * 1024 * 1024;

    private static final int KEPT_BUFFER = 1024 * 1024;

    private final Ear ear;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ReentrantLock sending = new ReentrantLock(true);
    private StringBuilder partial = new StringBuilder();
    private volatile @Nullable WebSocket web;

    private Socket(Ear ear) {
        this.ear = ear;
    }

    /** Told of what comes in, on threads of the HTTP client, one at a time; must not block. */
    interface Ear {
        void frame(String text);

        /** Something came, though no whole frame yet. */
        void sign();

        void pong();

        /**
         * It is over.
         *
         * @param code as in RFC 6455, 1006 when it was not closed but broke
         */
        void ended(int code, String why);
    }

    /** @throws CompletionException around what went wrong */
    static Socket open(HttpClient http, Address address, Duration timeout, Ear ear) {
        Socket socket = new Socket(ear);
        socket.web = http.newWebSocketBuilder()
                .connectTimeout(timeout)
                .buildAsync(address.uri(), socket)
                .orTimeout(timeout.toMillis() * 2, TimeUnit.MILLISECONDS)
                .join();
        return socket;
    }

    /**
     * Sends one frame, after those before it; ends the connection when it does not get away in time.
     *
     * @return false where it was not even begun
     * @throws IOException when it may have been sent in part
     */
    boolean send(String text, Duration limit) throws IOException {
        if (ended.get() || !locked(limit)) {
            return false;
        }
        try {
            open().sendText(text, true)
                    .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return true;
        } catch (CompletionException unsent) {
            end(1006, "a frame could not be sent");
            throw new IOException(unsent);
        } finally {
            sending.unlock();
        }
    }

    /** Asks for a sign of life. */
    void ping() {
        open().sendPing(ByteBuffer.allocate(0)).exceptionally(unsent -> {
            end(1006, "a ping could not be sent");
            return open();
        });
    }

    /** Ends it at once, in whatever state it is. */
    void end(int code, String why) {
        WebSocket opened = web;
        if (opened != null) {
            opened.abort();
        }
        over(code, why);
    }

    /** Says good-bye, waiting a moment only. */
    void close() {
        try {
            open().sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(500, TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException gone) {
            // it is ended either way
        }
        end(WebSocket.NORMAL_CLOSURE, "closed by us");
    }

    @Override
    public void onOpen(WebSocket socket) {
        web = socket;
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (partial.length() + data.length() > LARGEST) {
            partial = new StringBuilder();
            socket.abort();
            over(1009, "it sent a frame of more than 32 MiB");
            return null;
        }
        partial.append(data);
        if (last) {
            String whole = partial.toString();
            partial = partial.capacity() > KEPT_BUFFER ? new StringBuilder() : partial.delete(0, partial.length());
            ear.frame(whole);
        } else {
            ear.sign();
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        ear.sign();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        ear.pong();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        over(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        over(1006, "the connection broke");
    }

    private void over(int code, String why) {
        if (ended.compareAndSet(false, true)) {
            ear.ended(code, why);
        }
    }

    private boolean locked(Duration limit) {
        try {
            return sending.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private WebSocket open() {
        WebSocket opened = web;
        if (opened == null) {
            throw new IllegalStateException("not open yet");
        }
        return opened;
    }
}
