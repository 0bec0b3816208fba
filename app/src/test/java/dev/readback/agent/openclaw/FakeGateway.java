package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/**
 * A Gateway for tests: a real WebSocket server on a free loopback port, held to what was recorded of openclaw 2026.9.6 and clawdbot
 * 2026.1.24-3, with a scripted model behind it (see {@link FakeScript}) that really runs commands, in a folder of its own. Not imitated: streams
 * {@code usage} and {@code task}, provider keys that are disabled after a 401, steering a run by a second message (runs of one session queue).
 */
public final class FakeGateway implements AutoCloseable {

    public static final String TOKEN = "fake-token-5d0b1f9e7c3a4826";

    /** Which Gateway it is. */
    public enum Dialect {
        OPENCLAW,
        CLAWDBOT
    }

    final FakeDoor door;
    final FakeMethods methods;
    final FakeState state;
    private final List<FakeClient> clients = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ServerSocket server;
    private volatile Thread ticking = Thread.ofVirtual().unstarted(() -> {});
    private volatile String bootId = "";
    private volatile String page = "";
    private volatile int status;
    private volatile Duration tick = Duration.ofSeconds(30);
    private volatile Duration slow = Duration.ZERO;
    private volatile long maxPayload;
    private volatile boolean repeats;
    private volatile boolean silent;
    private volatile int pieces = Integer.MAX_VALUE;

    public FakeGateway(Dialect dialect) {
        this.state = new FakeState(this, dialect);
        this.door = new FakeDoor(dialect, TOKEN);
        this.methods = new FakeMethods(this, state);
        this.maxPayload = dialect == Dialect.OPENCLAW ? 26_214_400 : 524_288;
        this.server = listen(0);
        this.port = server.getLocalPort();
        begin();
    }

    public static FakeGateway openclaw() {
        return new FakeGateway(Dialect.OPENCLAW);
    }

    public static FakeGateway clawdbot() {
        return new FakeGateway(Dialect.CLAWDBOT);
    }

    public String url() {
        return "ws://127.0.0.1:" + port;
    }

    /** The same, in a spelling that counts as another host on both sides. */
    public String remoteUrl() {
        return "ws://[::ffff:127.0.0.1]:" + port;
    }

    public Address address() {
        return Address.of(url());
    }

    /** Whether {@code exec} asks first. */
    public void approvals(boolean ask) {
        state.policy.mode(ask ? "ask" : "full");
    }

    /** Channels {@code send} knows, such as {@code whatsapp}. */
    public void channels(String... names) {
        state.outbox.channels(names);
    }

    /** What {@code send} took, once a key. */
    public List<JsonNode> sent() {
        return state.outbox.sent();
    }

    /** Every command that was begun, in order, over all its lives. */
    public List<String> commandsRun() {
        return List.copyOf(state.commands);
    }

    /** The parameters of what was asked by that method, in order. */
    public List<JsonNode> requests(String method) {
        return methods.requests(method);
    }

    /** The next so many calls of a method are answered with this error: {@code {code, message, retryable?, retryAfterMs?}}. */
    public void failNext(String method, int times, Map<String, Object> error) {
        methods.failNext(method, times, error);
    }

    /** Calls of a method are never answered. */
    public void ignore(String method) {
        methods.ignore(method);
    }

    /** The scopes it grants at most. */
    public void grants(String... scopes) {
        door.grants = Set.of(scopes);
    }

    public void protocol(int version) {
        door.protocol = version;
    }

    /** The id of the next pairing request. */
    public void pairingRequest(String id) {
        door.requestId = id;
    }

    /** A person approves a device there. */
    public void approveDevice(String requestId) {
        door.approve(requestId);
    }

    /** The tokens of approved devices change. */
    public void revokeDeviceTokens() {
        door.revoke();
    }

    /** How often it ticks; told to those who connect from now on. */
    public void tick(Duration every) {
        tick = every;
        ticking.interrupt();
        ticking = Thread.ofVirtual().start(this::tickOn);
    }

    public void maxPayload(long bytes) {
        maxPayload = bytes;
    }

    /** Answers HTTP instead of WebSocket from now on; 0 ends that. */
    public void web(int answer, String html) {
        page = html;
        status = answer;
    }

    /** Accepts connections and says nothing. */
    public void silent(boolean on) {
        silent = on;
    }

    /** Every answer is late by so much. */
    public void slow(Duration delay) {
        slow = delay;
    }

    /** Every event comes twice. */
    public void repeatEvents() {
        repeats = true;
    }

    /** Frames come in pieces of so many bytes. */
    public void pieces(int bytes) {
        pieces = bytes;
        clients.forEach(client -> client.socket.pieces(bytes));
    }

    /** Sends a text to everybody as it is. */
    public void garbage(String text) {
        in().forEach(client -> client.raw(text));
    }

    /** Tells everybody something. */
    public void tell(String event, Map<String, Object> payload) {
        in().forEach(client -> client.tell(event, payload));
    }

    /** Half open: connections stay, and nothing comes through them any more. New ones work. */
    public void stall() {
        clients.forEach(client -> client.socket.stall());
    }

    /** Ends all connections abruptly; runs go on. */
    public void dropConnections() {
        clients.forEach(client -> client.socket.drop());
    }

    /** Closes all connections with a code and words. */
    public void closeConnections(int code, String reason) {
        clients.forEach(client -> client.close(code, reason));
    }

    /** Ends as by kill -9: connections, runs, and whatever was in memory only. */
    public void kill() {
        ticking.interrupt();
        try {
            server.close();
        } catch (IOException closed) {
            // closed is what it should be
        }
        dropConnections();
        clients.clear();
        state.die();
    }

    /** Starts again on the same port; turns that were interrupted are resumed by themselves, under new run ids (OpenClaw). */
    public void startAgain() {
        server = listen(port);
        begin();
        state.resume();
    }

    public int connections() {
        return (int) clients.stream().filter(FakeClient::in).count();
    }

    @Override
    public void close() {
        kill();
        state.close();
    }

    List<FakeClient> in() {
        return clients.stream().filter(FakeClient::in).toList();
    }

    Duration slow() {
        return slow;
    }

    Map<String, Object> hello(FakeDoor.Admission admission) {
        Map<String, Object> auth = Json.of("role", "operator", "scopes", admission.scopes());
        if (!admission.deviceToken().isEmpty()) {
            auth.put("deviceToken", admission.deviceToken());
        }
        Map<String, Object> hello = Json.of(
                "type", "hello-ok",
                "protocol", door.protocol,
                "server",
                        Json.of("version", state.openclaw() ? "2026.9.6" : "2026.1.24-3", "connId", UUID.randomUUID()),
                "features", Json.of("methods", methods.names(), "events", FakeMethods.EVENTS),
                "policy", Json.of("maxPayload", maxPayload, "tickIntervalMs", tick.toMillis()));
        if (state.openclaw()) {
            hello.put("server", Json.of("version", "2026.9.6", "bootId", bootId, "connId", UUID.randomUUID()));
            hello.put("auth", auth);
        }
        return hello;
    }

    private void begin() {
        bootId = UUID.randomUUID().toString();
        ServerSocket mine = server;
        Thread.ofVirtual().start(() -> listen(mine));
        ticking = Thread.ofVirtual().start(this::tickOn);
    }

    private void listen(ServerSocket mine) {
        while (!mine.isClosed()) {
            try {
                Socket next = mine.accept();
                Thread.ofVirtual().start(() -> serve(next));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket next) {
        try {
            FakeSocket socket = new FakeSocket(next);
            if (status != 0) {
                socket.answer(status, "text/html", page);
                return;
            }
            socket.accept();
            socket.pieces(pieces);
            attend(new FakeClient(socket, () -> repeats));
        } catch (IOException gone) {
            // the client is gone
        }
    }

    private void attend(FakeClient client) throws IOException {
        clients.add(client);
        try {
            if (!silent) {
                client.tell("connect.challenge", Json.of("nonce", client.nonce, "ts", System.currentTimeMillis()));
            }
            while (true) {
                methods.take(client, client.socket.read());
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
                tell("tick", Json.of("ts", System.currentTimeMillis()));
            }
        } catch (InterruptedException over) {
            // killed
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return fresh;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }
}
