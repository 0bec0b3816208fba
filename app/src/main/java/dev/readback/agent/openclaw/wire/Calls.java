package dev.readback.agent.openclaw.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one list of what is called, with what each needs there. Both Gateways refuse a field they do not know, so what only OpenClaw (protocol 4)
 * knows is optional here or said to be its own. Shapes of answers: as seen on openclaw 2026.9.6 and clawdbot 2026.1.24-3.
 */
public final class Calls {

    /** The longest {@link #agentWait} waits: within the time of its kind. */
    public static final long LONGEST_WAIT_MILLIS = 8_000;

    private Calls() {}

    /**
     * {@code agent}, scope write: begins a run. First answer {@code {runId, sessionKey, status: accepted}}, the run id being the key; with a key
     * that is known already {@code status: in_flight}, or the stored end at once. The end comes as {@link GatewayEvent.Finished}.
     *
     * @param timeoutSeconds after which the Gateway gives up; at least 1
     * @param extraSystemPrompt added to what the agent is told of itself
     */
    public static Call agent(
            String sessionKey,
            String idempotencyKey,
            String message,
            int timeoutSeconds,
            Optional<String> extraSystemPrompt) {
        Map<String, Object> params = new HashMap<>(Map.of(
                "sessionKey", sessionKey,
                "idempotencyKey", idempotencyKey,
                "message", message,
                "timeout", timeoutSeconds));
        extraSystemPrompt.ifPresent(text -> params.put("extraSystemPrompt", text));
        return new Call("agent", params, Call.Kind.RUN);
    }

    /**
     * {@code agent.wait}, scope write: {@code {runId, status: ok | error | timeout, terminalReply?}}. {@code timeout} also means that it is not
     * finished yet, or that the run is not known, as after a restart.
     *
     * @param timeoutMillis at most {@link #LONGEST_WAIT_MILLIS}
     */
    public static Call agentWait(String runId, long timeoutMillis) {
        long wait = Math.clamp(timeoutMillis, 0, LONGEST_WAIT_MILLIS);
        return query("agent.wait", Map.of("runId", runId, "timeoutMs", wait));
    }

    /** {@code chat.abort}, scope write: ends the run of a session, and what it started. {@code {ok, aborted, runIds}}. */
    public static Call chatAbort(String sessionKey, Optional<String> runId) {
        Map<String, Object> params = new HashMap<>(Map.of("sessionKey", sessionKey));
        runId.ifPresent(id -> params.put("runId", id));
        return decision("chat.abort", params);
    }

    /**
     * {@code chat.history}, scope read: {@code {sessionKey, sessionId?, messages: [{role, content, timestamp}]}}; OpenClaw adds {@code inFlightRun}
     * and {@code sessionInfo}. An unknown session has no messages.
     */
    public static Call chatHistory(String sessionKey, int limit) {
        return query("chat.history", Map.of("sessionKey", sessionKey, "limit", limit));
    }

    /**
     * {@code sessions.list}, scope read: {@code {count, sessions: [{key, sessionId, updatedAt, derivedTitle?, lastMessagePreview?, …}]}}, newest
     * first; OpenClaw adds {@code totalCount}, {@code hasMore} and {@code nextOffset}.
     *
     * @param offset OpenClaw only
     * @param search OpenClaw only
     */
    public static Call sessionsList(int limit, Optional<Integer> offset, Optional<String> search) {
        Map<String, Object> params =
                new HashMap<>(Map.of("limit", limit, "includeDerivedTitles", true, "includeLastMessage", true));
        offset.ifPresent(from -> params.put("offset", from));
        search.ifPresent(words -> params.put("search", words));
        return query("sessions.list", params);
    }

    /** {@code sessions.preview}, scope read: {@code {previews: [{key, status: ok | missing, items: [{role, text}]}]}}. */
    public static Call sessionsPreview(List<String> keys, int limit, int maxChars) {
        return query("sessions.preview", Map.of("keys", List.copyOf(keys), "limit", limit, "maxChars", maxChars));
    }

    /** {@code sessions.describe}, scope read, OpenClaw only: {@code {session: {…} | null}}. */
    public static Call sessionsDescribe(String key) {
        return query("sessions.describe", Map.of("key", key));
    }

    /** {@code exec.approval.list}, scope approvals, OpenClaw only: a list of what {@code exec.approval.requested} tells. */
    public static Call approvalsList() {
        return query("exec.approval.list", Map.of());
    }

    /**
     * {@code exec.approval.resolve}, scope approvals, OpenClaw only: {@code {ok: true}}. Never for always. A second time it is refused, as
     * {@code unknown or expired approval id}.
     */
    public static Call approvalResolve(String id, boolean allowOnce) {
        return decision("exec.approval.resolve", Map.of("id", id, "decision", allowOnce ? "allow-once" : "deny"));
    }

    /** {@code exec.approvals.get}, scope admin: {@code {exists, hash, file: {version, defaults, agents}, resolvedDefaults?}}. */
    public static Call execApprovalsGet() {
        return query("exec.approvals.get", Map.of());
    }

    /**
     * {@code exec.approvals.set}, scope admin.
     *
     * @param file the whole policy
     * @param baseHash the hash it was read with: refused when somebody changed it since
     */
    public static Call execApprovalsSet(Map<String, Object> file, String baseHash) {
        return change("exec.approvals.set", Map.of("file", Map.copyOf(file), "baseHash", baseHash));
    }

    /** {@code config.get}, scope read: {@code {hash, config, raw, …}}, secrets left out. */
    public static Call configGet() {
        return query("config.get", Map.of());
    }

    /**
     * {@code config.patch}, scope admin: merges into the configuration; some changes restart the Gateway.
     *
     * @param raw JSON of what changes
     * @param baseHash the hash it was read with: refused when somebody changed it since
     * @param replacePaths lists that are replaced instead of added to; OpenClaw only, left out when empty
     */
    public static Call configPatch(String raw, String baseHash, List<String> replacePaths) {
        Map<String, Object> params = new HashMap<>(Map.of("raw", raw, "baseHash", baseHash));
        if (!replacePaths.isEmpty()) {
            params.put("replacePaths", List.copyOf(replacePaths));
        }
        return change("config.patch", params);
    }

    /** {@code tools.effective}, scope read, OpenClaw only: the tools a session has. An unknown session is refused. */
    public static Call toolsEffective(String sessionKey) {
        return query("tools.effective", Map.of("sessionKey", sessionKey));
    }

    /** {@code question.list}, scope questions, OpenClaw only: {@code {questions: [...]}}, each as {@code question.requested} tells. */
    public static Call questionList() {
        return query("question.list", Map.of());
    }

    /**
     * {@code question.resolve}, scope questions, OpenClaw only.
     *
     * @param answers for each question id the labels chosen, or one's own words
     */
    public static Call questionResolve(String id, Map<String, List<String>> answers) {
        return decision("question.resolve", Map.of("id", id, "answers", Map.of("answers", Map.copyOf(answers))));
    }

    /** {@code question.resolve} without an answer, scope questions, OpenClaw only: the agent hears that nobody answered. */
    public static Call questionCancel(String id) {
        return decision("question.resolve", Map.of("id", id, "cancel", true));
    }

    /** {@code sessions.create}, scope write, OpenClaw only: a session with a key of our choosing; one that is there stays as it is. */
    public static Call sessionsCreate(String key) {
        return decision("sessions.create", Map.of("key", key));
    }

    /** {@code cron.list}, scope read: {@code {jobs: [{id, name, enabled, schedule, payload, state}]}}, OpenClaw's own among them. */
    public static Call cronList() {
        return query("cron.list", Map.of("includeDisabled", true));
    }

    /**
     * {@code cron.add}, scope admin: the job with the {@code id} it was given. Names need not be unique: a job added twice is there twice.
     *
     * @param job {@code name, schedule, sessionTarget, wakeMode, payload}; {@code delivery} on OpenClaw only
     */
    public static Call cronAdd(Map<String, Object> job) {
        return change("cron.add", job);
    }

    /** {@code cron.run}, scope admin: now. OpenClaw answers {@code {ok, enqueued, runId}} at once, Clawdbot {@code {ok, ran}} at its end. */
    public static Call cronRun(String id) {
        return change("cron.run", Map.of("id", id, "mode", "force"));
    }

    /** {@code cron.remove}, scope admin: {@code {ok, removed}}; OpenClaw refuses an unknown id. */
    public static Call cronRemove(String id) {
        return change("cron.remove", Map.of("id", id));
    }

    /** {@code cron.runs}, scope read: {@code {entries: [{action: finished, status, summary, runAtMs, durationMs}]}}. */
    public static Call cronRuns(String id, int limit) {
        return query("cron.runs", Map.of("id", id, "limit", limit));
    }

    /** {@code send}, scope write: hands a text to a channel such as {@code whatsapp}; the same key is sent once. */
    public static Call send(String channel, String to, String message, String idempotencyKey) {
        return new Call(
                "send",
                Map.of("channel", channel, "to", to, "message", message, "idempotencyKey", idempotencyKey),
                Call.Kind.DELIVERY);
    }

    /** {@code channels.status}, scope read: {@code {channelOrder, channels}}. */
    public static Call channelsStatus() {
        return query("channels.status", Map.of());
    }

    /** {@code health}, no scope: {@code {ok, …}}. */
    public static Call health() {
        return query("health", Map.of());
    }

    private static Call query(String method, Map<String, Object> params) {
        return new Call(method, params, Call.Kind.QUERY);
    }

    private static Call decision(String method, Map<String, Object> params) {
        return new Call(method, params, Call.Kind.DECISION);
    }

    private static Call change(String method, Map<String, Object> params) {
        return new Call(method, params, Call.Kind.CHANGE);
    }
}
