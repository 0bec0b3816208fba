package dev.readback.agent.openclaw;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One turn of the agent: what it said so far, and the events that tell of it. */
final class FakeRun {

    /** What ended it from outside. */
    enum Stop {
        NONE,
        ABORTED,
        TIMED_OUT,
        KILLED
    }

    /** Its second answer. */
    record Final(boolean ok, Map<String, Object> payload, Map<String, Object> error) {}

    final String id;
    final String sessionKey;
    final boolean openclaw;
    final long startedAt = System.currentTimeMillis();
    final CompletableFuture<Final> end = new CompletableFuture<>();
    private final BiConsumer<String, Map<String, Object>> teller;
    private final StringBuilder said = new StringBuilder();
    private Thread thread = Thread.currentThread();
    private Stop stop = Stop.NONE;
    private boolean over;
    private int seq;

    FakeRun(String id, String sessionKey, boolean openclaw, BiConsumer<String, Map<String, Object>> teller) {
        this.id = id;
        this.sessionKey = sessionKey;
        this.openclaw = openclaw;
        this.teller = teller;
    }

    /** One nobody hears of. */
    static FakeRun silent(String sessionKey) {
        return new FakeRun(UUID.randomUUID().toString(), sessionKey, false, (event, payload) -> {});
    }

    synchronized void onThisThread() throws InterruptedException {
        thread = Thread.currentThread();
        if (stop != Stop.NONE) {
            throw new InterruptedException();
        }
    }

    /** Stops it where it is; false when it is over already. */
    synchronized boolean stop(Stop why) {
        if (over || stop != Stop.NONE) {
            return false;
        }
        stop = why;
        thread.interrupt();
        return true;
    }

    synchronized Stop stopped() {
        return stop;
    }

    /** Nothing can stop it from here on. */
    synchronized boolean finish() {
        over = stop == Stop.NONE;
        return over;
    }

    synchronized String said() {
        return said.toString();
    }

    synchronized void say(String piece) {
        said.append(piece);
        agent("assistant", Json.of("text", said.toString(), "delta", piece));
        Map<String, Object> delta =
                openclaw ? Json.of("deltaText", piece, "message", message()) : Json.of("message", message());
        chat("delta", delta);
    }

    void lifecycle(String phase, @Nullable Object... pairs) {
        agent("lifecycle", Json.with(Json.of("phase", phase), pairs));
    }

    synchronized void agent(String stream, Map<String, Object> data) {
        teller.accept(
                "agent",
                Json.of(
                        "runId",
                        id,
                        "sessionKey",
                        sessionKey,
                        "agentId",
                        "main",
                        "stream",
                        stream,
                        "data",
                        data,
                        "seq",
                        ++seq,
                        "ts",
                        System.currentTimeMillis()));
    }

    synchronized void chat(String state, Map<String, Object> more) {
        Map<String, Object> payload =
                Json.of("runId", id, "sessionKey", sessionKey, "agentId", "main", "seq", seq, "state", state);
        payload.putAll(more);
        teller.accept("chat", payload);
    }

    synchronized Map<String, Object> message() {
        return Json.of(
                "role", "assistant",
                "content", List.of(Json.of("type", "text", "text", said.toString())),
                "timestamp", System.currentTimeMillis());
    }
}
