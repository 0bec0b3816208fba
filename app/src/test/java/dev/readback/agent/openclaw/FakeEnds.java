package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.FakeRun.Final;
import dev.readback.agent.openclaw.FakeRun.Stop;
import java.util.List;
import java.util.Map;

/** How runs end on either Gateway: the last events and the second answer. */
final class FakeEnds {

    private static final String TOO_LATE =
            "Request timed out before a response was generated. Please try again, or increase "
                    + "`agents.defaults.timeoutSeconds` in your config.";

    private final FakeState state;

    FakeEnds(FakeState state) {
        this.state = state;
    }

    /** It came to its own end. */
    void ended(FakeRun run, FakeScript.End end) {
        if (!run.finish()) {
            stopped(run);
        } else if (end.failed() && state.openclaw()) {
            failed(run, end.text());
        } else {
            worked(run, end);
        }
    }

    /** It was stopped from outside; one that was killed says nothing more. */
    void stopped(FakeRun run) {
        Stop why = run.stopped();
        if (why == Stop.KILLED) {
            return;
        }
        boolean aborted = why == Stop.ABORTED;
        if (!run.said().isEmpty() && state.openclaw()) {
            state.sessions.assistant(run.sessionKey, run.said(), run.id, true);
        }
        state.sessions.session(run.sessionKey).aborted = true;
        if (state.openclaw() && !aborted) {
            run.lifecycle("error", "error", TOO_LATE, "endedAt", System.currentTimeMillis());
            run.chat("error", Json.of("errorMessage", TOO_LATE, "errorKind", "timeout"));
            run.end.complete(new Final(true, late(run), Map.of()));
            return;
        }
        Map<String, Object> partial = Json.of("stopReason", aborted ? "rpc" : "timeout");
        if (state.openclaw()) {
            partial.put("message", run.message());
        }
        run.chat("aborted", partial);
        run.lifecycle("end", "aborted", true, "stopReason", "rpc", "endedAt", System.currentTimeMillis());
        run.end.complete(new Final(true, state.openclaw() ? cancelled(run) : nothing(run), Map.of()));
    }

    /** What {@code agent.wait} says of one that has ended. */
    Map<String, Object> waited(FakeRun run, Final end) {
        boolean ok = end.ok() && "ok".equals(end.payload().get("status"));
        Map<String, Object> waited = Json.of(
                "runId",
                run.id,
                "status",
                ok ? "ok" : "error",
                "startedAt",
                run.startedAt,
                "endedAt",
                run.startedAt + 1);
        if (state.openclaw()) {
            waited.put("stopReason", run.stopped() == Stop.ABORTED ? "rpc" : "stop");
            if (ok) {
                waited.put("terminalReply", Json.of("disposition", "visible", "text", run.said()));
            }
        }
        return waited;
    }

    private void worked(FakeRun run, FakeScript.End end) {
        if (!end.text().isEmpty()) {
            state.sessions.assistant(run.sessionKey, end.text(), run.id, state.openclaw());
        }
        if (state.openclaw()) {
            run.lifecycle("finishing", "stopReason", "stop", "aborted", false);
            run.lifecycle(
                    "end",
                    "aborted",
                    false,
                    "stopReason",
                    "stop",
                    "executionSettled",
                    true,
                    "terminalReply",
                    Json.of("disposition", "visible", "text", end.text()));
        } else {
            run.lifecycle("end", "endedAt", System.currentTimeMillis());
        }
        run.chat(
                "final",
                state.openclaw()
                        ? Json.of("stopReason", "stop", "message", run.message())
                        : Json.of("message", run.message()));
        List<Object> payloads =
                end.text().isEmpty() ? List.of() : List.of(Json.of("text", end.text(), "mediaUrl", null));
        run.end.complete(
                new Final(true, result(run, "ok", "completed", payloads, false, end.failed() ? 0 : 15_000), Map.of()));
    }

    private void failed(FakeRun run, String provider) {
        String message =
                "⚠️ fake/fake-1 request failed (" + provider + "). This is usually temporary — try again shortly.";
        run.lifecycle("error", "error", message, "endedAt", System.currentTimeMillis());
        run.chat("error", Json.of("errorMessage", message));
        run.end.complete(new Final(
                false,
                Json.of("runId", run.id, "status", "error", "summary", message),
                Json.of("code", "UNAVAILABLE", "message", message)));
    }

    private Map<String, Object> late(FakeRun run) {
        List<Object> words = List.of(Json.of("text", TOO_LATE, "isError", true, "mediaUrl", null));
        return Json.with(
                result(run, "timeout", "aborted", words, false, 15_000),
                "timeoutPhase",
                "provider",
                "providerStarted",
                true);
    }

    private static Map<String, Object> cancelled(FakeRun run) {
        return Json.of("runId", run.id, "status", "timeout", "summary", "aborted", "stopReason", "rpc");
    }

    /** Clawdbot calls it a success. */
    private Map<String, Object> nothing(FakeRun run) {
        return result(run, "ok", "completed", List.of(), true, 0);
    }

    private Map<String, Object> result(
            FakeRun run, String status, String summary, List<Object> payloads, boolean aborted, int input) {
        int output = input == 0 ? 0 : 12;
        Map<String, Object> usage = Json.of("input", input, "output", output, "total", input + output);
        return Json.of(
                "runId",
                run.id,
                "status",
                status,
                "summary",
                summary,
                "result",
                Json.of(
                        "payloads",
                        payloads,
                        "meta",
                        Json.of(
                                "durationMs",
                                System.currentTimeMillis() - run.startedAt,
                                "aborted",
                                aborted,
                                "agentMeta",
                                Json.of("sessionId", state.sessions.session(run.sessionKey).id, "usage", usage))));
    }
}
