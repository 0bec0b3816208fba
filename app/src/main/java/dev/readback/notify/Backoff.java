package dev.readback.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubling from {@link #FIRST} to {@link #LONGEST}, each up to a fifth longer so that many do not come at once. */
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 6;
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failed how many tries have failed before this one */
    Duration after(int failed) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failed, DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble()));
    }
}
