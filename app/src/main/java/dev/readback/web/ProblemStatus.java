package dev.readback.web;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every code a problem may carry, with its HTTP status. A failure whose code is not here is a 500. */
final class ProblemStatus {
    private static final Map<String, Integer> BY_CODE = Map.ofEntries(
            Map.entry("bad_request", 400),
            Map.entry("unknown_voice", 400),
            Map.entry("unauthorized", 401),
            Map.entry("wrong_code", 401),
            Map.entry("wrong_link", 401),
            Map.entry("foreign_origin", 403),
            Map.entry("token_required", 403),
            Map.entry("login_required", 403),
            Map.entry("wrong_signature", 403),
            Map.entry("guest_may_not", 403),
            Map.entry("not_found", 404),
            Map.entry("session_not_found", 404),
            Map.entry("execution_not_found", 404),
            Map.entry("question_not_found", 404),
            Map.entry("file_name_refused", 400),
            Map.entry("file_not_found", 404),
            Map.entry("page_not_built", 404),
            Map.entry("method_not_allowed", 405),
            Map.entry("event_stream_only", 406),
            Map.entry("nothing_waiting", 409),
            Map.entry("already_answered", 409),
            Map.entry("question_closed", 409),
            Map.entry("stale_execution", 409),
            Map.entry("idempotency_key_reused", 409),
            Map.entry("link_expired", 410),
            Map.entry("version_conflict", 412),
            Map.entry("body_too_large", 413),
            Map.entry("file_too_large", 413),
            Map.entry("unsupported_media_type", 415),
            Map.entry("wrong_host", 421),
            Map.entry("https_only", 426),
            Map.entry("websocket_only", 426),
            Map.entry("version_required", 428),
            Map.entry("too_many_attempts", 429),
            Map.entry("internal_error", 500),
            Map.entry("file_access_failed", 500),
            Map.entry("closing", 503),
            Map.entry("store_unavailable", 503),
            Map.entry("store_closed", 503),
            Map.entry("too_busy", 503),
            Map.entry("disk_full", 507));

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Not logged in"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(412, "Changed meanwhile"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(421, "Wrong host"),
            Map.entry(426, "Upgrade required"),
            Map.entry(428, "Version required"),
            Map.entry(429, "Too many attempts"),
            Map.entry(500, "Internal error"),
            Map.entry(503, "Not available"),
            Map.entry(507, "Disk full"));

    private ProblemStatus() {}

    static int of(String code) {
        return BY_CODE.getOrDefault(code, 500);
    }

    static String title(int status) {
        return TITLES.getOrDefault(status, "Error");
    }

    static SortedSet<String> codes() {
        return new TreeSet<>(BY_CODE.keySet());
    }
}
