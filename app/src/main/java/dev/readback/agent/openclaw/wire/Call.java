package dev.readback.agent.openclaw.wire;

import java.time.Duration;
import java.util.Map;

/**
 * One call of a Gateway's method.
 *
 * @param method such as {@code sessions.list}
 * @param params as JSON: strings, numbers, booleans, lists, maps, nodes; both Gateways refuse fields they do not know
 * @param kind how long its answer is waited for, and whether it may be repeated
 */
public record Call(String method, Map<String, Object> params, Kind kind) {

    public Call {
        params = Map.copyOf(params);
    }

    /** How often it is tried in all. */
    public int tries() {
        return kind.repeatable ? 3 : 1;
    }

    /** Kinds of calls. */
    public enum Kind {
        /** Reads only: measured at 1 to 6 ms, behind a hundred runs at seconds. */
        QUERY(Duration.ofSeconds(10), true),
        /** Begins a run, up to its being accepted: measured at 40 ms, on a fresh Gateway at seconds. Never repeated. */
        RUN(Duration.ofSeconds(30), false),
        /** Decides something that is open: an approval, a question, an abort. The same decision twice does nothing more. */
        DECISION(Duration.ofSeconds(15), true),
        /** Changes its jobs or its policy. Clawdbot answers {@code cron.run} when the job has ended only. Never repeated. */
        CHANGE(Duration.ofSeconds(60), false),
        /** Hands a message to a channel, known by its idempotency key. */
        DELIVERY(Duration.ofSeconds(30), true);

        private final Duration timeout;
        private final boolean repeatable;

        Kind(Duration timeout, boolean repeatable) {
            this.timeout = timeout;
            this.repeatable = repeatable;
        }

        /** How long its answer is waited for. */
        public Duration timeout() {
            return timeout;
        }

        /** Whether sending it twice does no more than sending it once. */
        public boolean repeatable() {
            return repeatable;
        }
    }
}
