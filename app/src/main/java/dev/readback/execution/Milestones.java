package dev.readback.execution;

import java.time.Instant;
import java.util.UUID;

/** Is told what an execution has passed, for whoever measures how long things take. Must be quick, must not throw. Thread-safe. */
@FunctionalInterface
public interface Milestones {

    /** Nobody measures. */
    Milestones NONE = (executionId, milestone, at) -> {};

    /** {@code STARTED} and {@code ENDED} come once for each of its commands: its first start and its last end are those of the whole. */
    void passed(UUID executionId, Milestone milestone, Instant at);

    /** What is passed between words and report. */
    enum Milestone {
        UNDERSTOOD,
        JUDGED,
        STARTED,
        ENDED,
        REPORTED
    }
}
