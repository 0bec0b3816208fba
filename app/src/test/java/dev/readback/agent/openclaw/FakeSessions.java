package dev.readback.agent.openclaw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sessions and their messages, which survive. Thread-safe. */
final class FakeSessions {

    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private long clock = 1_795_000_000_000L;

    /** One conversation. */
    static final class Session {
        final String key;
        final String id = UUID.randomUUID().toString();
        final List<Map<String, Object>> messages = new ArrayList<>();
        long updatedAt;
        boolean aborted;

        Session(String key) {
            this.key = key;
        }
    }

    synchronized boolean known(String key) {
        return sessions.containsKey(key);
    }

    synchronized Session session(String key) {
        Session session = sessions.computeIfAbsent(key, Session::new);
        session.updatedAt = ++clock;
        return session;
    }

    synchronized void user(String key, String text, String idempotencyKey, boolean plain) {
        Object content = plain
                ? text
                : List.of(Json.of("type", "text", "text", text + "\n[message_id: " + UUID.randomUUID() + "]"));
        Map<String, Object> message = Json.of("role", "user", "content", content, "timestamp", ++clock);
        if (plain) {
            message.put("idempotencyKey", idempotencyKey + ":user");
        }
        session(key).messages.add(message);
    }

    /** What OpenClaw says to the agent when it goes on with a turn after a restart. */
    synchronized void resumed(String key, String text) {
        session(key)
                .messages
                .add(Json.of(
                        "role",
                        "user",
                        "content",
                        text,
                        "timestamp",
                        ++clock,
                        "provenance",
                        Json.of("kind", "internal_system")));
    }

    synchronized void toolCall(String key, String call, String name, Object arguments) {
        session(key)
                .messages
                .add(Json.of(
                        "role",
                        "assistant",
                        "content",
                        List.of(Json.of("type", "toolCall", "id", call, "name", name, "arguments", arguments)),
                        "stopReason",
                        "toolUse",
                        "timestamp",
                        ++clock));
    }

    synchronized void toolResult(String key, String call, String name, String text, boolean error) {
        session(key)
                .messages
                .add(Json.of(
                        "role",
                        "toolResult",
                        "toolCallId",
                        call,
                        "toolName",
                        name,
                        "content",
                        List.of(Json.of("type", "text", "text", text)),
                        "isError",
                        error,
                        "timestamp",
                        ++clock));
    }

    synchronized int size(String key) {
        return known(key) ? session(key).messages.size() : 0;
    }

    synchronized void assistant(String key, String text, String runId, boolean named) {
        Map<String, Object> message = Json.of(
                "role", "assistant", "content", List.of(Json.of("type", "text", "text", text)), "timestamp", ++clock);
        if (named) {
            message.put("stopReason", "stop");
            message.put(
                    "__openclaw",
                    Json.of("runId", runId, "id", UUID.randomUUID().toString()));
        }
        session(key).messages.add(message);
    }

    synchronized List<Map<String, Object>> messages(String key, int limit) {
        List<Map<String, Object>> all = known(key) ? session(key).messages : List.of();
        return List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
    }

    synchronized Object list(FakeMethod.Request request, boolean paged) {
        String search = request.text("search");
        int offset = request.number("offset", 0);
        int limit = request.number("limit", 100);
        List<Session> found = sessions.values().stream()
                .filter(session -> session.key.contains(search)
                        || session.messages.toString().contains(search))
                .sorted(Comparator.comparingLong((Session session) -> session.updatedAt)
                        .reversed())
                .toList();
        List<Map<String, Object>> page =
                found.stream().skip(offset).limit(limit).map(FakeSessions::row).toList();
        Map<String, Object> answer = Json.of("ts", ++clock, "count", page.size(), "sessions", page);
        if (paged) {
            boolean more = offset + page.size() < found.size();
            answer.put("totalCount", found.size());
            answer.put("offset", offset);
            answer.put("hasMore", more);
            answer.put("nextOffset", more ? offset + page.size() : null);
        }
        return answer;
    }

    synchronized Object preview(FakeMethod.Request request) {
        List<Object> previews = new ArrayList<>();
        request.params().path("keys").forEach(node -> previews.add(preview(node.asString(""), request)));
        return Json.of("ts", ++clock, "previews", previews);
    }

    synchronized Object describe(FakeMethod.Request request) {
        String key = request.text("key");
        return Json.of("session", known(key) ? row(session(key)) : null);
    }

    private Map<String, Object> preview(String key, FakeMethod.Request request) {
        int longest = request.number("maxChars", 240);
        List<Map<String, Object>> items = messages(key, request.number("limit", 12)).stream()
                .map(message -> {
                    String text = text(message);
                    return Json.of(
                            "role",
                            message.get("role"),
                            "text",
                            text.length() > longest ? text.substring(0, longest) : text);
                })
                .toList();
        return Json.of("key", key, "status", known(key) ? "ok" : "missing", "items", items);
    }

    private static Map<String, Object> row(Session session) {
        Map<String, Object> row = Json.of(
                "key", session.key,
                "kind", "direct",
                "sessionId", session.id,
                "updatedAt", session.updatedAt,
                "abortedLastRun", session.aborted);
        if (!session.messages.isEmpty()) {
            row.put("derivedTitle", text(session.messages.getFirst()));
            row.put("lastMessagePreview", text(session.messages.getLast()));
        }
        return row;
    }

    private static String text(Map<String, Object> message) {
        return message.get("content") instanceof List<?> parts
                ? Json.tree(parts).path(0).path("text").asString("")
                : String.valueOf(message.get("content"));
    }
}
