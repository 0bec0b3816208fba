package dev.readback.agent.openclaw;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The tools of one turn: {@code exec}, which really runs, after an approval where the policy says so, and {@code ask_user}. */
final class FakeTools {

    private final FakeState state;
    private final FakeRun run;

    FakeTools(FakeState state, FakeRun run) {
        this.state = state;
        this.run = run;
    }

    /** What the model is told of it. */
    String exec(String command) throws InterruptedException {
        return exec(command, List.of());
    }

    /** With variables of its own. */
    String exec(String command, List<String> env) throws InterruptedException {
        String call = "call_" + UUID.randomUUID().toString().substring(0, 10);
        Map<String, Object> arguments = Json.of("command", command);
        if (!env.isEmpty()) {
            arguments.put("env", env.stream().collect(java.util.stream.Collectors.toMap(name -> name, name -> "1")));
        }
        if (state.openclaw()) {
            state.sessions.toolCall(run.sessionKey, call, "exec", arguments);
        }
        item(call, command, "start", "running");
        tool(Json.of("phase", "start", "name", "exec", "toolCallId", call, "args", arguments));
        String denial = state.openclaw() ? denial(call, command, env) : "";
        return denial.isEmpty() ? carriedOut(call, command) : denied(call, command, denial);
    }

    String ask(JsonNode questions) throws InterruptedException {
        if (!state.openclaw() || !state.policy.has("ask_user")) {
            return "Tool ask_user not found";
        }
        String call = "call_" + UUID.randomUUID().toString().substring(0, 10);
        tool(Json.of(
                "phase", "start", "name", "ask_user", "toolCallId", call, "args", Json.of("questions", questions)));
        JsonNode answers = state.desk.question(questions, Json.of("sessionKey", run.sessionKey, "runId", run.id));
        String text = Json.write(Json.of("status", "answered", "answers", answers));
        tool(Json.of(
                "phase",
                "result",
                "name",
                "ask_user",
                "toolCallId",
                call,
                "isError",
                false,
                "result",
                Json.of(
                        "content", List.of(Json.of("type", "text", "text", text)),
                        "details", Json.of("status", "answered", "answers", answers))));
        return text;
    }

    /** Why it may not run; empty where it may. */
    private String denial(String call, String command, List<String> env) throws InterruptedException {
        if (state.policy.denies()) {
            return "Exec denied (SYSTEM_RUN_DENIED: exec is disabled by policy): " + command;
        }
        if (!state.policy.asks()) {
            return "";
        }
        if (!state.reviewed()) {
            return "exec denied: Headless runs cannot wait for interactive exec approval";
        }
        if (command.contains(";")) {
            return "Exec denied (SYSTEM_RUN_DENIED: approval cannot safely bind this command): " + command;
        }
        String id = UUID.randomUUID().toString();
        run.lifecycle("waiting-approval", "approvalId", id, "toolCallId", call);
        String decision = state.desk.approval(
                id,
                command,
                Json.of("sessionKey", run.sessionKey, "runId", run.id, "toolCallId", call, "envKeys", env));
        run.lifecycle("approval-resolved", "approvalId", id, "toolCallId", call);
        return decision.equals("allow-once") ? "" : "Exec denied (gateway id=" + id + ", user-denied): " + command;
    }

    private String carriedOut(String call, String command) throws InterruptedException {
        long begun = System.nanoTime();
        state.commands.add(command);
        FakeCommand.Ran ran = new FakeCommand(state.folder, soFar -> update(call, command, soFar)).run(command);
        String aggregated = ran.exitCode() == 0
                ? ran.output().strip()
                : ran.output().strip() + "\n\n(Command exited with code " + ran.exitCode() + ")";
        result(
                call,
                command,
                aggregated,
                Json.of(
                        "status",
                        "completed",
                        "exitCode",
                        ran.exitCode(),
                        "exitSignal",
                        null,
                        "exitReason",
                        "exit",
                        "durationMs",
                        (System.nanoTime() - begun) / 1_000_000,
                        "aggregated",
                        aggregated,
                        "noOutputTimedOut",
                        false,
                        "cwd",
                        state.folder.toString()));
        return aggregated;
    }

    private String denied(String call, String command, String why) {
        result(
                call,
                command,
                why,
                Json.of(
                        "status",
                        "failed",
                        "exitCode",
                        null,
                        "durationMs",
                        0,
                        "aggregated",
                        why,
                        "timedOut",
                        false,
                        "cwd",
                        state.folder.toString()));
        if (why.contains("user-denied")) {
            stream(
                    "approval",
                    Json.of(
                            "phase",
                            "resolved",
                            "kind",
                            "exec",
                            "status",
                            "denied",
                            "title",
                            "Command approval resolved",
                            "itemId",
                            "command:" + call,
                            "toolCallId",
                            call,
                            "message",
                            command));
        }
        return why;
    }

    private void result(String call, String command, String text, Map<String, Object> details) {
        boolean failed = "failed".equals(details.get("status"));
        if (state.openclaw()) {
            state.sessions.toolResult(run.sessionKey, call, "exec", text, failed);
        }
        tool(Json.of(
                "phase",
                "result",
                "name",
                "exec",
                "toolCallId",
                call,
                "meta",
                command,
                "isError",
                failed,
                "commandBearing",
                true,
                "result",
                Json.of("content", List.of(Json.of("type", "text", "text", text)), "details", details)));
        item(call, command, "end", String.valueOf(details.get("status")));
        stream(
                "command_output",
                Json.of(
                        "itemId",
                        "command:" + call,
                        "phase",
                        "end",
                        "title",
                        "command " + command,
                        "toolCallId",
                        call,
                        "name",
                        "exec",
                        "output",
                        text,
                        "status",
                        details.get("status"),
                        "exitCode",
                        details.get("exitCode"),
                        "durationMs",
                        details.get("durationMs"),
                        "cwd",
                        state.folder.toString()));
    }

    private void update(String call, String command, String soFar) {
        tool(Json.of(
                "phase",
                "update",
                "name",
                "exec",
                "toolCallId",
                call,
                "partialResult",
                Json.of(
                        "content", List.of(Json.of("type", "text", "text", soFar)),
                        "details", Json.of("status", "running", "tail", soFar, "cwd", state.folder.toString()))));
        stream(
                "command_output",
                Json.of(
                        "itemId",
                        "command:" + call,
                        "phase",
                        "delta",
                        "title",
                        "command " + command,
                        "toolCallId",
                        call,
                        "name",
                        "exec",
                        "output",
                        soFar.strip(),
                        "status",
                        "running"));
    }

    private void item(String call, String command, String phase, String status) {
        stream(
                "item",
                Json.of(
                        "itemId",
                        "tool:" + call,
                        "toolCallId",
                        call,
                        "name",
                        "exec",
                        "kind",
                        "tool",
                        "phase",
                        phase,
                        "title",
                        "Exec " + command,
                        "status",
                        status,
                        "meta",
                        command,
                        "commandBearing",
                        true));
    }

    private void tool(Map<String, Object> data) {
        stream("tool", data);
    }

    /** Clawdbot tells nothing of tools. */
    private void stream(String name, Map<String, Object> data) {
        if (state.openclaw()) {
            run.agent(name, data);
        }
    }
}
