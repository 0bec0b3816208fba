package dev.readback.agent.openclaw.wire;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing pauses: doubled each time up to a longest, each spread evenly over its upper half so that not all come back at once. */
record Backoff(Duration shortest, Duration longest, RandomGenerator random) {

    /** @param tries how many went wrong before, from 0 */
    Duration pause(int tries) {
        double full = Math.min(
                (double) longest.toMillis(), (double) shortest.toMillis() * Math.scalb(1.0, Math.clamp(tries, 0, 30)));
        return Duration.ofMillis(Math.round(full * (0.5 + random.nextDouble() / 2)));
    }
}
