package dev.readback.agent.openclaw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;

/** What is open between agent and person: approvals and questions, in memory only. Thread-safe. */
final class FakeDesk {

    private static final long QUESTION_MILLIS = 15 * 60_000;

    private final FakeState state;
    volatile long approvalMillis = 30 * 60_000;
    private final Map<String, Open> approvals = new LinkedHashMap<>();
    private final Map<String, Open> questions = new LinkedHashMap<>();

    private record Open(Map<String, Object> shown, CompletableFuture<JsonNode> answer) {}

    FakeDesk(FakeState state) {
        this.state = state;
    }

    /** Asks whether a command may run, having told the id; {@code allow-once} or {@code deny}. */
    String approval(String id, String command, Map<String, Object> of) throws InterruptedException {
        long now = System.currentTimeMillis();
        Map<String, Object> request = Json.with(
                of,
                "command",
                command,
                "cwd",
                state.folder.toString(),
                "host",
                "gateway",
                "commandAnalysis",
                Json.of("commandCount", 1, "nestedCommandCount", 0, "riskKinds", List.of()),
                "unavailableDecisions",
                List.of("allow-always"),
                "allowedDecisions",
                List.of("allow-once", "deny"),
                "agentId",
                "main");
        Open open = open(
                approvals,
                id,
                Json.of(
                        "approvalKind",
                        "exec",
                        "id",
                        id,
                        "request",
                        request,
                        "createdAtMs",
                        now,
                        "expiresAtMs",
                        now + approvalMillis));
        state.tell("exec.approval.requested", open.shown());
        Thread expiry = Thread.ofVirtual().start(() -> expire(open));
        try {
            return await(open).path("decision").asString("deny");
        } finally {
            expiry.interrupt();
        }
    }

    private void expire(Open open) {
        try {
            Thread.sleep(approvalMillis);
            withdraw(open);
            open.answer().complete(Json.tree(Json.of("decision", "deny")));
        } catch (InterruptedException decided) {
            // decided before
        }
    }

    /** Asks the person; their answers. */
    JsonNode question(JsonNode asked, Map<String, Object> of) throws InterruptedException {
        String id = "ask_" + UUID.randomUUID().toString().replace("-", "");
        long now = System.currentTimeMillis();
        List<Map<String, Object>> shown = asked.valueStream()
                .map(one -> Json.of(
                        "questionId", one.path("id").asString(""),
                        "header", one.path("header").asString(""),
                        "question", one.path("question").asString(""),
                        "options", one.path("options"),
                        "isOther", true))
                .toList();
        Open open = open(
                questions,
                id,
                Json.with(
                        Json.of("id", id, "questions", shown, "agentId", "main"),
                        "sessionKey",
                        of.get("sessionKey"),
                        "runId",
                        of.get("runId"),
                        "createdAtMs",
                        now,
                        "expiresAtMs",
                        now + QUESTION_MILLIS,
                        "status",
                        "pending"));
        state.tell("question.requested", open.shown());
        return await(open);
    }

    synchronized Object approvals() {
        return approvals.values().stream().map(Open::shown).toList();
    }

    synchronized Object questions() {
        return Json.of("questions", questions.values().stream().map(Open::shown).toList());
    }

    Object decide(FakeMethod.Request request) {
        Open open = taken(approvals, request.text("id"), "unknown or expired approval id");
        state.tell(
                "exec.approval.resolved",
                Json.of(
                        "id", request.text("id"),
                        "decision", request.text("decision"),
                        "resolvedBy", "gateway-client",
                        "ts", System.currentTimeMillis(),
                        "request", open.shown().get("request")));
        open.answer().complete(request.params());
        return Json.of("ok", true);
    }

    Object reply(FakeMethod.Request request) {
        String id = request.text("id");
        Open open = taken(questions, id, "question '" + id + "' was not found");
        JsonNode answers = request.params().path("answers");
        String status = request.params().path("cancel").asBoolean(false) ? "cancelled" : "answered";
        state.tell("question.resolved", Json.of("id", id, "status", status, "answers", answers));
        open.answer().complete(answers);
        return Json.of("ok", true, "status", status);
    }

    /** Nobody will ever answer. */
    synchronized void die() {
        approvals.clear();
        questions.clear();
    }

    private synchronized Open open(Map<String, Open> among, String id, Map<String, Object> shown) {
        Open open = new Open(shown, new CompletableFuture<>());
        among.put(id, open);
        return open;
    }

    private synchronized Open taken(Map<String, Open> among, String id, String otherwise) {
        Open open = among.remove(id);
        if (open == null) {
            throw FakeRefusal.invalid(otherwise);
        }
        return open;
    }

    /** A run that is aborted takes back what it asked. */
    private JsonNode await(Open open) throws InterruptedException {
        try {
            return open.answer().get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            withdraw(open);
        }
    }

    private synchronized void withdraw(Open open) {
        approvals.values().remove(open);
        questions.values().remove(open);
    }
}
