package dev.readback.agent.openclaw.wire;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Time, chance and patience, handed in. */
public record Surroundings(InstantSource clock, RandomGenerator random, Pause pause, Times times) {

    /** The real ones. */
    public static Surroundings usual() {
        return new Surroundings(InstantSource.system(), RandomGenerator.getDefault(), Pause.REAL, Times.USUAL);
    }
}
