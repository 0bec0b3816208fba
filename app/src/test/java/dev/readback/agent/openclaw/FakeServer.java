package dev.readback.agent.openclaw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/** Listens on one loopback port, over several lives; keeps who is connected, and ticks. */
final class FakeServer {

    private final BiConsumer<FakeClient, String> reader;
    private final List<FakeClient> clients = new CopyOnWriteArrayList<>();
    private volatile ServerSocket listening;
    private volatile Thread ticking = Thread.ofVirtual().unstarted(() -> {});
    private volatile Duration tick = Duration.ofSeconds(30);
    private volatile String page = "";
    private volatile int status;
    private volatile int pieces = Integer.MAX_VALUE;
    private volatile boolean silent;
    private volatile boolean repeats;
    private boolean fresh = true;

    /** @param reader takes each frame */
    FakeServer(BiConsumer<FakeClient, String> reader) {
        this.reader = reader;
        this.listening = listen(0);
    }

    int port() {
        return listening.getLocalPort();
    }

    List<FakeClient> clients() {
        return List.copyOf(clients);
    }

    Duration tick() {
        return tick;
    }

    void tick(Duration every) {
        tick = every;
        ticking.interrupt();
        ticking = Thread.ofVirtual().start(this::tickOn);
    }

    void web(int answer, String html) {
        page = html;
        status = answer;
    }

    void silent(boolean on) {
        silent = on;
    }

    void repeat() {
        repeats = true;
    }

    void pieces(int bytes) {
        pieces = bytes;
        clients.forEach(client -> client.socket.pieces(bytes));
    }

    void start() {
        if (!fresh) {
            listening = listen(port());
        }
        fresh = false;
        ServerSocket mine = listening;
        Thread.ofVirtual().start(() -> accept(mine));
        tick(tick);
    }

    void stop() {
        ticking.interrupt();
        try {
            listening.close();
        } catch (IOException closed) {
            // closed is what it should be
        }
        clients.forEach(client -> client.socket.drop());
        clients.clear();
    }

    private void accept(ServerSocket mine) {
        while (!mine.isClosed()) {
            try {
                Socket next = mine.accept();
                Thread.ofVirtual().start(() -> serve(mine, next));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(ServerSocket mine, Socket next) {
        try {
            FakeSocket socket = new FakeSocket(next);
            if (status != 0) {
                socket.answer(status, "text/html", page);
                return;
            }
            socket.accept();
            socket.pieces(pieces);
            attend(mine, new FakeClient(socket, () -> repeats));
        } catch (IOException gone) {
            // the client is gone
        }
    }

    private void attend(ServerSocket mine, FakeClient client) throws IOException {
        clients.add(client);
        try {
            if (mine.isClosed()) {
                return;
            }
            if (!silent) {
                client.tell("connect.challenge", Json.of("nonce", client.nonce, "ts", System.currentTimeMillis()));
            }
            while (true) {
                reader.accept(client, client.socket.read());
            }
        } finally {
            clients.remove(client);
            client.socket.drop();
        }
    }

    private void tickOn() {
        try {
            while (true) {
                Thread.sleep(tick);
                clients.stream()
                        .filter(FakeClient::in)
                        .forEach(client -> client.tell("tick", Json.of("ts", System.currentTimeMillis())));
            }
        } catch (InterruptedException over) {
            // stopped
        }
    }

    /** A socket that was closed while somebody was let in by it stays for a moment. */
    private static ServerSocket listen(int port) {
        for (int attempt = 1; ; attempt++) {
            try {
                ServerSocket socket = new ServerSocket();
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return socket;
            } catch (IOException taken) {
                if (attempt == 100) {
                    throw new UncheckedIOException(taken);
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
