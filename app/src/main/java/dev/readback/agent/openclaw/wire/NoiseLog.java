package dev.readback.agent.openclaw.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts frames that mean nothing to us and says so, at most once a minute. Thread-safe. */
final class NoiseLog {

    private static final Logger LOG = LoggerFactory.getLogger(NoiseLog.class);
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final String gateway;
    private final InstantSource clock;
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private Instant next = Instant.MIN;

    NoiseLog(String gateway, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** @param kind one of ours, never text of theirs */
    synchronized void count(String kind) {
        counts.merge(kind, 1L, Long::sum);
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            LOG.atInfo()
                    .addKeyValue("gateway", gateway)
                    .addKeyValue("counts", counts)
                    .log("frames of a Gateway were left out");
            counts.clear();
            next = now.plus(SELDOM);
        }
    }
}
