package dev.readback.agent.openclaw;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** One client of the fake Gateway: its rights, and the numbers of what it was told. */
final class FakeClient {

    final String nonce = UUID.randomUUID().toString();
    final FakeSocket socket;
    private final BooleanSupplier repeats;
    private Set<String> scopes = Set.of();
    private Set<String> caps = Set.of();
    private volatile boolean in;
    private long seq;

    FakeClient(FakeSocket socket, BooleanSupplier repeats) {
        this.socket = socket;
        this.repeats = repeats;
    }

    /** Whether it came from another host: tests say so by the address {@link FakeGateway#remoteUrl()}. */
    boolean remote() {
        return socket.header("host").startsWith("[");
    }

    void letIn(Set<String> granted, Set<String> abilities) {
        scopes = Set.copyOf(granted);
        caps = Set.copyOf(abilities);
        in = true;
    }

    boolean in() {
        return in;
    }

    boolean may(String scope) {
        return scopes.contains(scope);
    }

    boolean has(String cap) {
        return caps.contains(cap);
    }

    void answer(String id, Object payload) {
        send(Json.of("type", "res", "id", id, "ok", true, "payload", payload));
    }

    void refuse(String id, Map<String, Object> error) {
        send(Json.of("type", "res", "id", id, "ok", false, "error", error));
    }

    synchronized void tell(String event, Object payload) {
        Map<String, Object> frame = Json.of("type", "event", "event", event, "payload", payload);
        if (!event.equals("tick") && !event.equals("connect.challenge")) {
            frame.put("seq", ++seq);
        }
        send(frame);
        if (repeats.getAsBoolean()) {
            send(frame);
        }
    }

    void send(Object frame) {
        raw(Json.write(frame));
    }

    void raw(String text) {
        try {
            socket.send(text);
        } catch (IOException gone) {
            socket.drop();
        }
    }

    void close(int code, String reason) {
        try {
            socket.close(code, reason);
        } catch (IOException gone) {
            socket.drop();
        }
    }
}
