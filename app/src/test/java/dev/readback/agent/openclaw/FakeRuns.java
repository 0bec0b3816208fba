package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.FakeRun.Final;
import dev.readback.agent.openclaw.FakeRun.Stop;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** Runs, by their idempotency keys, which are their ids; in memory only. Those of one session come one after the other. Thread-safe. */
final class FakeRuns {

    private final FakeState state;
    private final FakeEnds ends;
    private final Map<String, FakeRun> runs = new LinkedHashMap<>();
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Set<String> interrupted = new HashSet<>();

    FakeRuns(FakeState state) {
        this.state = state;
        this.ends = new FakeEnds(state);
    }

    Object agent(FakeMethod.Request request) {
        String key = request.text("idempotencyKey");
        FakeRun fresh = new FakeRun(key, request.text("sessionKey"), state.openclaw(), state::tell);
        Optional<FakeRun> before;
        synchronized (this) {
            if (forgotten.contains(key) && state.openclaw()) {
                return Json.of("runId", key, "status", "error", "summary", "Agent run failed");
            }
            before = Optional.ofNullable(runs.putIfAbsent(key, fresh));
        }
        if (before.isPresent()) {
            return again(request, before.get());
        }
        request.client()
                .answer(
                        request.id(),
                        Json.of(
                                "runId",
                                key,
                                "sessionKey",
                                fresh.sessionKey,
                                "agentId",
                                "main",
                                "status",
                                "accepted",
                                "acceptedAt",
                                System.currentTimeMillis()));
        Thread.ofVirtual().start(() -> {
            play(fresh, request.text("message"), request.number("timeout", 600));
            Optional.ofNullable(fresh.end.getNow(null)).ifPresent(end -> answer(request, end));
        });
        return FakeMethod.ANSWERED;
    }

    Object await(FakeMethod.Request request) throws InterruptedException {
        String id = request.text("runId");
        Optional<FakeRun> run = run(id);
        try {
            if (run.isEmpty()) {
                Thread.sleep(request.number("timeoutMs", 0));
                return Json.of("runId", id, "status", "timeout");
            }
            return ends.waited(run.get(), run.get().end.get(request.number("timeoutMs", 0), TimeUnit.MILLISECONDS));
        } catch (TimeoutException unfinished) {
            return Json.of("runId", id, "status", "timeout");
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Object abort(FakeMethod.Request request) {
        List<String> aborted = active(request.text("sessionKey")).stream()
                .filter(run -> request.text("runId").isEmpty() || run.id.equals(request.text("runId")))
                .filter(run -> run.stop(Stop.ABORTED))
                .map(run -> run.id)
                .toList();
        return Json.of("ok", true, "aborted", !aborted.isEmpty(), "runIds", aborted);
    }

    Object history(FakeMethod.Request request) {
        String key = request.text("sessionKey");
        Map<String, Object> history =
                Json.of("sessionKey", key, "messages", state.sessions.messages(key, request.number("limit", 200)));
        if (state.openclaw()) {
            List<FakeRun> active = active(key);
            int total = state.sessions.size(key);
            history.put("totalMessages", total);
            history.put("hasMore", total > request.number("limit", 200));
            history.put("sessionInfo", Json.of("key", key, "hasActiveRun", !active.isEmpty()));
            active.stream()
                    .findFirst()
                    .ifPresent(run -> history.put(
                            "inFlightRun",
                            Json.of(
                                    "runId",
                                    run.id,
                                    "text",
                                    run.said(),
                                    "startedAt",
                                    run.startedAt,
                                    "sessionAbortable",
                                    true)));
        }
        return history;
    }

    /** Killed: what was running is interrupted, and nobody knows the keys any more. */
    synchronized void die() {
        runs.values().stream().filter(run -> run.stop(Stop.KILLED)).forEach(run -> interrupted.add(run.sessionKey));
        forgotten.addAll(runs.keySet());
        runs.clear();
        turns.clear();
    }

    /** OpenClaw takes interrupted turns up by itself, as new runs. */
    synchronized void resume() {
        if (state.openclaw()) {
            interrupted.forEach(session -> {
                FakeRun next = new FakeRun(UUID.randomUUID().toString(), session, true, state::tell);
                runs.put(next.id, next);
                Thread.ofVirtual().start(() -> play(next, FakeState.RESUMED, 600));
            });
        }
        interrupted.clear();
    }

    private Object again(FakeMethod.Request request, FakeRun before) {
        Final end = before.end.getNow(new Final(false, Map.of(), Map.of()));
        if (end.payload().isEmpty()) {
            return Json.of(
                    "runId", before.id, "status", "in_flight", "sessionKey", before.sessionKey, "agentId", "main");
        }
        answer(request, end);
        return FakeMethod.ANSWERED;
    }

    private void play(FakeRun run, String message, int timeoutSeconds) {
        ReentrantLock turn = turns.computeIfAbsent(run.sessionKey, key -> new ReentrantLock(true));
        Thread watch = Thread.ofVirtual().start(() -> stopAfter(run, Duration.ofSeconds(timeoutSeconds)));
        try {
            run.onThisThread();
            turn.lockInterruptibly();
            try {
                if (message.equals(FakeState.RESUMED)) {
                    state.sessions.resumed(run.sessionKey, message);
                } else {
                    state.sessions.user(run.sessionKey, message, run.id, state.openclaw());
                }
                begin(run);
                ends.ended(run, new FakeScript(state, run).play(message));
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException stopped) {
            ends.stopped(run);
        } finally {
            watch.interrupt();
        }
    }

    private void begin(FakeRun run) {
        run.lifecycle("start", "startedAt", System.currentTimeMillis());
        if (state.openclaw()) {
            run.lifecycle("model", "provider", "fake", "model", "fake-1");
        }
    }

    private static void stopAfter(FakeRun run, Duration timeout) {
        try {
            Thread.sleep(timeout);
            run.stop(Stop.TIMED_OUT);
        } catch (InterruptedException ended) {
            // it ended before
        }
    }

    private static void answer(FakeMethod.Request request, Final end) {
        Map<String, Object> frame =
                Json.of("type", "res", "id", request.id(), "ok", end.ok(), "payload", end.payload());
        if (!end.ok()) {
            frame.put("error", end.error());
        }
        request.client().send(frame);
    }

    private synchronized Optional<FakeRun> run(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    private synchronized List<FakeRun> active(String sessionKey) {
        return runs.values().stream()
                .filter(run -> run.sessionKey.equals(sessionKey) && !run.end.isDone())
                .toList();
    }
}
