package dev.readback.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between Readback and a Gateway, passes every byte on, and notes when something was sent and when a turn's end came. Loopback only. What a Gateway sends is
 * not masked, so its words can be looked for.
 */
final class Tap implements AutoCloseable {

    private static final String END = "\"summary\":\"completed\"";

    private final ServerSocket server;
    private final SocketAddress gateway;
    private final AtomicLong firstSent = new AtomicLong();
    private final AtomicLong endCame = new AtomicLong();

    Tap(String host, int port) throws IOException {
        gateway = new InetSocketAddress(host, port);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Begins to note anew. */
    void clear() {
        firstSent.set(0);
        endCame.set(0);
    }

    /** When the first byte was sent since, by {@link System#nanoTime}; 0 for none. */
    long firstSent() {
        return firstSent.get();
    }

    /** When the end of a turn came since; 0 for none. */
    long endCame() {
        return endCame.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket here = server.accept();
                Socket there = new Socket();
                there.connect(gateway);
                here.setTcpNoDelay(true);
                there.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(here, there, true));
                Thread.ofVirtual().start(() -> pass(there, here, false));
            }
        } catch (IOException closed) {
            // The bench has ended.
        }
    }

    private void pass(Socket from, Socket to, boolean toGateway) {
        byte[] bytes = new byte[1 << 16];
        String tail = "";
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                long now = System.nanoTime();
                if (toGateway) {
                    firstSent.compareAndSet(0, now);
                } else {
                    String text = tail + new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
                    if (text.contains(END)) {
                        endCame.compareAndSet(0, now);
                        text = "";
                    }
                    tail = text.substring(Math.max(0, text.length() - END.length()));
                }
                out.write(bytes, 0, count);
                out.flush();
            }
        } catch (IOException gone) {
            // One of the two has closed; the other hears of it.
        }
    }
}
