package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Address;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    final FakeServer server;
    private volatile String bootId = "";
    private volatile Duration slow = Duration.ZERO;
    private volatile long maxPayload;

    public FakeGateway(Dialect dialect) {
        this.state = new FakeState(this, dialect);
        this.door = new FakeDoor(dialect, TOKEN);
        this.methods = new FakeMethods(this, state);
        this.maxPayload = dialect == Dialect.OPENCLAW ? 26_214_400 : 524_288;
        this.server = new FakeServer(methods::take);
        begin();
    }

    public static FakeGateway openclaw() {
        return new FakeGateway(Dialect.OPENCLAW);
    }

    public static FakeGateway clawdbot() {
        return new FakeGateway(Dialect.CLAWDBOT);
    }

    public String url() {
        return "ws://127.0.0.1:" + server.port();
    }

    /** The same, in a spelling that counts as another host on both sides. */
    public String remoteUrl() {
        return "ws://[::ffff:127.0.0.1]:" + server.port();
    }

    public Address address() {
        return Address.of(url());
    }

    /** Whether {@code exec} asks first. */
    public void approvals(boolean ask) {
        state.policy.mode(ask ? "ask" : "full");
    }

    /** How long it waits for somebody to decide about a command. */
    public void approvalsLast(Duration time) {
        state.desk.approvalMillis = time.toMillis();
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
        server.tick(every);
    }

    public void maxPayload(long bytes) {
        maxPayload = bytes;
    }

    /** Answers HTTP instead of WebSocket from now on; 0 ends that. */
    public void web(int answer, String html) {
        server.web(answer, html);
    }

    /** Accepts connections and says nothing. */
    public void silent(boolean on) {
        server.silent(on);
    }

    /** Every answer is late by so much. */
    public void slow(Duration delay) {
        slow = delay;
    }

    /** Every event comes twice. */
    public void repeatEvents() {
        server.repeat();
    }

    /** Frames come in pieces of so many bytes. */
    public void pieces(int bytes) {
        server.pieces(bytes);
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
        server.clients().forEach(client -> client.socket.stall());
    }

    /** Ends all connections abruptly; runs go on. */
    public void dropConnections() {
        server.clients().forEach(client -> client.socket.drop());
    }

    /** Closes all connections with a code and words. */
    public void closeConnections(int code, String reason) {
        server.clients().forEach(client -> client.close(code, reason));
    }

    /** Ends as by kill -9: connections, runs, and whatever was in memory only. */
    public void kill() {
        server.stop();
        state.die();
    }

    /** Starts again on the same port; turns that were interrupted are resumed by themselves, under new run ids (OpenClaw). */
    public void startAgain() {
        begin();
        state.resume();
    }

    public int connections() {
        return in().size();
    }

    @Override
    public void close() {
        kill();
        state.close();
    }

    List<FakeClient> in() {
        return server.clients().stream().filter(FakeClient::in).toList();
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
                "policy",
                        Json.of(
                                "maxPayload",
                                maxPayload,
                                "tickIntervalMs",
                                server.tick().toMillis()));
        if (state.openclaw()) {
            hello.put("server", Json.of("version", "2026.9.6", "bootId", bootId, "connId", UUID.randomUUID()));
            hello.put("auth", auth);
        }
        return hello;
    }

    private void begin() {
        bootId = UUID.randomUUID().toString();
        server.start();
    }
}
