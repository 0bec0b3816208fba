package dev.readback.voice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How long one spoken turn took, from the end of speech on.
 *
 * @param executionId what it asked for or answered; empty where it came to nothing
 * @param speechEnded when the person stopped speaking
 * @param stages in the order in which they were reached
 */
public record Latency(UUID sessionId, Optional<UUID> executionId, Instant speechEnded, List<Reached> stages) {

    public Latency {
        stages = List.copyOf(stages);
    }

    /**
     * @param afterMs since the end of speech; below zero where it was reached before, by what ran ahead
     */
    public record Reached(Stage stage, long afterMs) {}

    /** What is passed on the way to an answer. */
    public enum Stage {
        FINAL_TEXT,
        PLAN,
        VERDICT,
        RUN,
        REPORT,
        FIRST_AUDIO
    }
}
