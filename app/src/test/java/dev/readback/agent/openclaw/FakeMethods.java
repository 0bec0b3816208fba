package dev.readback.agent.openclaw;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What can be called at the fake Gateway, with the scope and the fields of each; strict, as both real ones are. */
final class FakeMethods {

    static final List<String> EVENTS = List.of(
            "connect.challenge",
            "agent",
            "chat",
            "presence",
            "tick",
            "shutdown",
            "health",
            "heartbeat",
            "cron",
            "exec.approval.requested",
            "exec.approval.resolved",
            "question.requested",
            "question.resolved");

    private final FakeGateway gateway;
    private final FakeState state;
    private final Map<String, FakeMethod> methods;
    private final Map<String, List<JsonNode>> requests = new ConcurrentHashMap<>();
    private final Map<String, Deque<Map<String, Object>>> failures = new ConcurrentHashMap<>();
    private final Set<String> ignored = ConcurrentHashMap.newKeySet();
    private final Executor threads = task -> Thread.ofVirtual().start(task);

    FakeMethods(FakeGateway gateway, FakeState state) {
        this.gateway = gateway;
        this.state = state;
        this.methods = FakeMethod.all(state);
    }

    Set<String> names() {
        return methods.keySet();
    }

    List<JsonNode> requests(String method) {
        return List.copyOf(requests.getOrDefault(method, List.of()));
    }

    void failNext(String method, int times, Map<String, Object> error) {
        Deque<Map<String, Object>> waiting = failures.computeIfAbsent(method, name -> new ArrayDeque<>());
        synchronized (waiting) {
            for (int left = times; left > 0; left--) {
                waiting.add(error);
            }
        }
    }

    void ignore(String method) {
        ignored.add(method);
    }

    /** What is no request is not answered, as there. Each answer takes its own time: they come in any order. */
    void take(FakeClient client, String text) {
        JsonNode frame;
        try {
            frame = Json.read(text);
        } catch (JacksonException garbage) {
            return;
        }
        String id = frame.path("id").asString("");
        String method = frame.path("method").asString("");
        if (!frame.path("type").asString("").equals("req") || id.isEmpty() || method.isEmpty()) {
            return;
        }
        JsonNode params = frame.path("params");
        requests.computeIfAbsent(method, name -> new CopyOnWriteArrayList<>()).add(params);
        if (method.equals("connect")) {
            connect(client, id, params);
        } else if (!client.in()) {
            client.refuse(
                    id,
                    Json.of("code", "INVALID_REQUEST", "message", "invalid handshake: first request must be connect"));
            client.close(1008, "invalid handshake");
        } else if (!ignored.contains(method)) {
            threads.execute(() -> answer(client, id, method, params));
        }
    }

    private void connect(FakeClient client, String id, JsonNode params) {
        try {
            FakeDoor.Admission admission = gateway.door.admit(client, params);
            client.letIn(
                    admission.scopes(),
                    params.path("caps")
                            .valueStream()
                            .map(cap -> cap.asString(""))
                            .collect(java.util.stream.Collectors.toSet()));
            client.answer(id, gateway.hello(admission));
        } catch (FakeRefusal refused) {
            client.refuse(id, refused.error());
            client.close(
                    String.valueOf(refused.error().get("code")).equals("PROTOCOL_MISMATCH") ? 1002 : 1008,
                    String.valueOf(refused.getMessage()));
        }
    }

    private void answer(FakeClient client, String id, String method, JsonNode params) {
        try {
            Thread.sleep(gateway.slow());
            fail(method);
            FakeMethod found = methods.get(method);
            if (found == null) {
                throw FakeRefusal.invalid("unknown method: " + method);
            }
            found.check(method, client, params, state.openclaw());
            Object payload = found.body().answer(new FakeMethod.Request(client, id, params));
            if (!payload.equals(FakeMethod.ANSWERED)) {
                client.answer(id, payload);
            }
        } catch (FakeRefusal refused) {
            client.refuse(id, refused.error());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(String method) {
        Deque<Map<String, Object>> waiting = failures.getOrDefault(method, new ArrayDeque<>());
        synchronized (waiting) {
            if (!waiting.isEmpty()) {
                throw new FakeRefusal(waiting.remove());
            }
        }
    }
}
