package dev.readback;

import dev.readback.execution.Milestones;
import java.time.Instant;
import java.util.UUID;

/** Passes milestones on to whoever is there by then: who measures stands above those who are measured, and comes later. */
final class PassedOn implements Milestones {

    private volatile Milestones listener = Milestones.NONE;

    void to(Milestones next) {
        listener = next;
    }

    @Override
    public void passed(UUID executionId, Milestone milestone, Instant at) {
        listener.passed(executionId, milestone, at);
    }
}
