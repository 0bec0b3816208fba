package dev.readback.execution;

import dev.readback.execution.Milestones.Milestone;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever measures what an execution has passed; nothing they do gets in the way of it. */
final class Passage {

    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    private final Milestones milestones;
    private final InstantSource clock;

    Passage(Milestones milestones, InstantSource clock) {
        this.milestones = milestones;
        this.clock = clock;
    }

    void passed(UUID executionId, Milestone milestone) {
        try {
            milestones.passed(executionId, milestone, clock.instant());
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("execution", executionId)
                    .addKeyValue("milestone", milestone)
                    .setCause(e)
                    .log("A milestone could not be told");
        }
    }
}
