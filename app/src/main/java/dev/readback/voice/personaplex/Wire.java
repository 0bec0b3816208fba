package dev.readback.voice.personaplex;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket: partial messages are put together, one is sent at a time, and what ended it is told once. Nothing here waits. Thread-safe. */
final class Wire implements WebSocket.Listener {

    /** The largest message there may be. */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final Ear ear;
    private final Outgoing outgoing = new Outgoing();
    private final AtomicBoolean down = new AtomicBoolean();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private volatile @Nullable WebSocket web;
    private volatile boolean unwanted;

    /** Is told what comes, on threads of the HTTP client, one at a time; must be quick. */
    interface Ear {

        /** The upgrade was agreed to. */
        void opened();

        /** A whole message of bytes. */
        void message(ByteBuffer message);

        /** The socket is down. Told once, and last. */
        void down(Break how);
    }

    Wire(Ear ear) {
        this.ear = ear;
    }

    /** Begins to open it. */
    void open(HttpClient http, URI address, Duration limit) {
        var _ = http.newWebSocketBuilder()
                .connectTimeout(limit)
                .buildAsync(address, this)
                .whenComplete((opened, failed) -> {
                    if (failed != null) {
                        down(new Break.Broken(failed));
                    }
                });
    }

    /** Sends a message after those before it; one too many is dropped. */
    void send(ByteBuffer message) {
        outgoing.send(message);
    }

    /** Whether one more would be dropped. */
    boolean full() {
        return outgoing.full();
    }

    /** Says good-bye; the socket is down when it is answered. */
    void close() {
        unwanted = true;
        WebSocket opened = web;
        if (opened != null) {
            var _ = opened.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((sent, failed) -> {
                if (failed != null) {
                    abort();
                }
            });
        }
    }

    /** Lets go of it. One that is still being opened goes down when that has ended. */
    void abort() {
        unwanted = true;
        WebSocket opened = web;
        if (opened != null) {
            opened.abort();
            down(new Break.Aborted());
        }
    }

    @Override
    public void onOpen(WebSocket socket) {
        web = socket;
        outgoing.over(socket);
        if (unwanted) {
            abort();
            return;
        }
        ear.opened();
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        if (partial.size() + data.remaining() > LARGEST) {
            socket.abort();
            down(new Break.TooLarge());
            return null;
        }
        if (last && partial.size() == 0) {
            tell(data);
        } else {
            byte[] piece = new byte[data.remaining()];
            data.get(piece);
            partial.writeBytes(piece);
            if (last) {
                byte[] whole = partial.toByteArray();
                partial.reset();
                tell(ByteBuffer.wrap(whole));
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        down(new Break.Closed(code));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        down(new Break.Broken(error));
    }

    /** A fault of who listens ends no connection. */
    private void tell(ByteBuffer message) {
        try {
            ear.message(message);
        } catch (RuntimeException fault) {
            LOG.atError().setCause(fault).log("a message of a persona could not be taken");
        }
    }

    private void down(Break how) {
        if (down.compareAndSet(false, true)) {
            outgoing.stop();
            ear.down(how);
        }
    }
}
