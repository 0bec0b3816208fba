package dev.readback.agent.openclaw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Cron jobs, which survive and run when they are told to only. Thread-safe. */
final class FakeJobs {

    private final FakeState state;
    private final Map<String, Map<String, Object>> jobs = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> entries = new LinkedHashMap<>();

    FakeJobs(FakeState state) {
        this.state = state;
        if (state.openclaw()) {
            jobs.put(
                    "heartbeat",
                    Json.of(
                            "id",
                            "heartbeat",
                            "name",
                            "heartbeat-main",
                            "declarationKey",
                            "heartbeat:main",
                            "enabled",
                            true,
                            "schedule",
                            Json.of("kind", "every", "everyMs", 1_800_000),
                            "payload",
                            Json.of("kind", "heartbeat")));
        }
    }

    synchronized Object list() {
        return Json.of("jobs", List.copyOf(jobs.values()));
    }

    synchronized Object add(JsonNode params) {
        if (params.at("/schedule/kind").asString("").equals("cron")
                && params.at("/schedule/expr").asString("").split(" ").length < 5) {
            throw new FakeRefusal(
                    state.openclaw() ? "INVALID_REQUEST" : "UNAVAILABLE", "TypeError: CronPattern: invalid expression");
        }
        String id = UUID.randomUUID().toString();
        Map<String, Object> job = Json.of("id", id, "enabled", true);
        params.propertyNames().forEach(name -> job.put(name, params.get(name)));
        jobs.put(id, job);
        state.tell("cron", Json.of("jobId", id, "action", "added"));
        return job;
    }

    Object run(String id) throws InterruptedException {
        Map<String, Object> job = known(id);
        if (!state.openclaw()) {
            carryOut(id, job);
            return Json.of("ok", true, "ran", true);
        }
        Thread.ofVirtual().start(() -> {
            try {
                carryOut(id, job);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        return Json.of("ok", true, "enqueued", true, "runId", "manual:" + id);
    }

    synchronized Object remove(String id) {
        if (state.openclaw()) {
            known(id);
        }
        boolean removed = jobs.remove(id) != null;
        if (removed) {
            state.tell("cron", Json.of("jobId", id, "action", "removed"));
        }
        return Json.of("ok", true, "removed", removed);
    }

    synchronized Object runs(String id) {
        if (state.openclaw()) {
            known(id);
        }
        return Json.of("entries", List.copyOf(entries.getOrDefault(id, List.of())));
    }

    private synchronized Map<String, Object> known(String id) {
        Map<String, Object> job = jobs.get(id);
        if (job == null) {
            throw new FakeRefusal(Json.of(
                    "code",
                    "INVALID_REQUEST",
                    "message",
                    "Automation not found: " + id + ". List automations and retry.",
                    "details",
                    Json.of("code", "CRON_JOB_NOT_FOUND", "jobId", id)));
        }
        return job;
    }

    private void carryOut(String id, Map<String, Object> job) throws InterruptedException {
        long begun = System.currentTimeMillis();
        state.tell("cron", Json.of("jobId", id, "action", "started", "runAtMs", begun));
        FakeScript.End end = new FakeScript(state, FakeRun.silent("agent:main:cron:" + id))
                .play(Json.tree(job).at("/payload/message").asString(""));
        Map<String, Object> finished = Json.of(
                "jobId",
                id,
                "action",
                "finished",
                "status",
                end.failed() ? "error" : "ok",
                "summary",
                end.text(),
                "runAtMs",
                begun,
                "durationMs",
                System.currentTimeMillis() - begun);
        synchronized (this) {
            entries.computeIfAbsent(id, key -> new ArrayList<>()).addFirst(finished);
        }
        state.tell("cron", finished);
    }
}
