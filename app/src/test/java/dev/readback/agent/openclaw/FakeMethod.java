package dev.readback.agent.openclaw;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One method: its scope, the fields it knows (an exclamation mark behind those it must have), and what it does.
 *
 * @param body answers with a payload, or {@link #ANSWERED}
 */
record FakeMethod(String scope, List<String> fields, Body body) {

    /** It answered by itself. */
    static final Object ANSWERED = new Object();

    /** A call of it. */
    record Request(FakeClient client, String id, JsonNode params) {
        String text(String field) {
            return params.path(field).asString("");
        }

        int number(String field, int otherwise) {
            return params.path(field).asInt(otherwise);
        }
    }

    @FunctionalInterface
    interface Body {
        Object answer(Request request) throws InterruptedException;
    }

    static Map<String, FakeMethod> all(FakeState state) {
        Map<String, FakeMethod> all = new TreeMap<>();
        all.put("health", of("", "probe", request -> Json.of("ok", true, "channels", Map.of())));
        all.put(
                "agent",
                of(
                        "write",
                        "message! sessionKey! idempotencyKey! timeout agentId sessionId thinking deliver channel to extraSystemPrompt lane"
                                + (state.openclaw() ? " model" : ""),
                        state.runs::agent));
        all.put("agent.wait", of("write", "runId! timeoutMs", state.runs::await));
        all.put("chat.abort", of("write", "sessionKey! runId", state.runs::abort));
        all.put("chat.history", of("read", "sessionKey! limit", state.runs::history));
        all.put(
                "sessions.list",
                of(
                        "read",
                        "limit activeMinutes includeLastMessage includeDerivedTitles"
                                + (state.openclaw() ? " offset search" : ""),
                        request -> state.sessions.list(request, state.openclaw())));
        all.put("sessions.preview", of("read", "keys! limit maxChars", state.sessions::preview));
        all.put("exec.approvals.get", of("admin", "", request -> state.policy.execApprovals()));
        all.put(
                "exec.approvals.set",
                of("admin", "file! baseHash", request -> state.policy.setExecApprovals(request.params())));
        all.put("config.get", of("read", "", request -> state.policy.config()));
        all.put(
                "config.patch",
                of(
                        "admin",
                        "raw! baseHash" + (state.openclaw() ? " replacePaths" : " sessionKey note restartDelayMs"),
                        request -> state.policy.patch(request.params())));
        all.put("cron.list", of("read", "includeDisabled", request -> state.jobs.list()));
        all.put(
                "cron.add",
                of(
                        "admin",
                        "name! schedule! sessionTarget! wakeMode! payload! enabled description agentId"
                                + (state.openclaw() ? " delivery" : " isolation"),
                        request -> state.jobs.add(request.params())));
        all.put("cron.run", of("admin", "id! mode", request -> state.jobs.run(request.text("id"))));
        all.put("cron.remove", of("admin", "id!", request -> state.jobs.remove(request.text("id"))));
        all.put("cron.runs", of("read", "id! limit", request -> state.jobs.runs(request.text("id"))));
        all.put(
                "send",
                of("write", "to! message! channel idempotencyKey!", request -> state.outbox.send(request.params())));
        all.put("channels.status", of("read", "probe", request -> state.outbox.status()));
        if (state.openclaw()) {
            openclaw(state, all);
        }
        return all;
    }

    void check(String method, FakeClient client, JsonNode params, boolean openclaw) {
        if (!scope.isEmpty() && openclaw && !client.may("operator." + scope)) {
            String missing = "operator." + scope;
            throw new FakeRefusal(Json.of(
                    "code",
                    "FORBIDDEN",
                    "message",
                    "missing scope: " + missing,
                    "details",
                    Json.of("code", "MISSING_SCOPE", "missingScope", missing, "requiredScopes", List.of(missing))));
        }
        for (String field : fields) {
            String name = field.replace("!", "");
            if (field.endsWith("!") && !params.has(name)) {
                throw FakeRefusal.invalid("invalid " + method + " params: must have required property '" + name + "'");
            }
        }
        params.propertyNames().forEach(name -> {
            if (!fields.contains(name) && !fields.contains(name + "!")) {
                throw FakeRefusal.invalid("invalid " + method + " params: at root: unexpected property '" + name + "'");
            }
        });
    }

    private static void openclaw(FakeState state, Map<String, FakeMethod> all) {
        all.put("sessions.create", of("write", "key", request -> {
            state.sessions.session(request.text("key"));
            return Json.of("ok", true, "key", request.text("key"));
        }));
        all.put("sessions.describe", of("read", "key!", state.sessions::describe));
        all.put("tools.effective", of("read", "sessionKey!", request -> {
            if (!state.sessions.known(request.text("sessionKey"))) {
                throw FakeRefusal.invalid("unknown session key \"" + request.text("sessionKey") + "\"");
            }
            return state.policy.tools();
        }));
        all.put("exec.approval.list", of("approvals", "", request -> state.desk.approvals()));
        all.put("exec.approval.resolve", of("approvals", "id! decision!", request -> state.desk.decide(request)));
        all.put("question.list", of("questions", "", request -> state.desk.questions()));
        all.put("question.resolve", of("questions", "id! answers cancel", request -> state.desk.reply(request)));
    }

    private static FakeMethod of(String scope, String fields, Body body) {
        return new FakeMethod(scope, fields.isEmpty() ? List.of() : List.of(fields.split(" ")), body);
    }
}
