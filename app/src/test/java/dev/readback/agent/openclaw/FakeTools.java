package dev.readback.agent.openclaw;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The tools of one turn: {@code exec}, which really runs, after an approval where the policy says so, and {@code ask_user}. */
final class FakeTools {

    private final FakeState state;
    private final FakeRun run;
    private final FakeToolEvents events;

    FakeTools(FakeState state, FakeRun run) {
        this.state = state;
        this.run = run;
        this.events = new FakeToolEvents(state, run);
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
        events.item(call, command, "start", "running");
        events.tool(Json.of("phase", "start", "name", "exec", "toolCallId", call, "args", arguments));
        String denial = state.openclaw() ? denial(call, command, env) : "";
        return denial.isEmpty() ? carriedOut(call, command) : denied(call, command, denial);
    }

    String ask(JsonNode questions) throws InterruptedException {
        if (!state.openclaw() || !state.policy.has("ask_user")) {
            return "Tool ask_user not found";
        }
        String call = "call_" + UUID.randomUUID().toString().substring(0, 10);
        events.tool(Json.of(
                "phase", "start", "name", "ask_user", "toolCallId", call, "args", Json.of("questions", questions)));
        JsonNode answers = state.desk.question(questions, Json.of("sessionKey", run.sessionKey, "runId", run.id));
        String text = Json.write(Json.of("status", "answered", "answers", answers));
        events.tool(Json.of(
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
        FakeCommand.Ran ran = new FakeCommand(state.folder, soFar -> events.update(call, command, soFar)).run(command);
        String aggregated = ran.exitCode() == 0
                ? ran.output().strip()
                : ran.output().strip() + "\n\n(Command exited with code " + ran.exitCode() + ")";
        events.result(
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
        events.result(
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
            events.stream(
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
}
