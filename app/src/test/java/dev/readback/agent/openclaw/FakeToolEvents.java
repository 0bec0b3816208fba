package dev.readback.agent.openclaw;

import java.util.List;
import java.util.Map;

/** The events that tell what a tool does, and what is written of it. */
final class FakeToolEvents {

    private final FakeState state;
    private final FakeRun run;

    FakeToolEvents(FakeState state, FakeRun run) {
        this.state = state;
        this.run = run;
    }

    void result(String call, String command, String text, Map<String, Object> details) {
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

    void update(String call, String command, String soFar) {
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

    void item(String call, String command, String phase, String status) {
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

    void tool(Map<String, Object> data) {
        stream("tool", data);
    }

    /** Clawdbot tells nothing of tools. */
    void stream(String name, Map<String, Object> data) {
        if (state.openclaw()) {
            run.agent(name, data);
        }
    }
}
