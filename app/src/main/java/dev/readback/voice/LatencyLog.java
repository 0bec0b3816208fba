package dev.readback.voice;

import java.util.List;
import java.util.UUID;

/** Keeps how long spoken turns took. Thread-safe. */
public interface LatencyLog {

    /** Keeps nothing. */
    LatencyLog NONE = new LatencyLog() {
        @Override
        public void keep(Latency latency) {}

        @Override
        public List<Latency> of(UUID sessionId) {
            return List.of();
        }
    };

    void keep(Latency latency);

    /** Those of a session, oldest first. */
    List<Latency> of(UUID sessionId);
}
