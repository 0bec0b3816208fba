package dev.readback.web.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts wrong codes: at most ten in a minute are looked at. A right code is always taken, so that nobody can be locked out by another's guessing;
 * its 192 bits leave nothing to guess. Thread-safe.
 */
public final class Guesses {
    private static final int AT_MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(1);
    private final InstantSource clock;
    private final Deque<Instant> wrong = new ArrayDeque<>();

    public Guesses(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes a wrong guess; whether there have been too many lately. */
    public synchronized boolean tooManyWith(Instant guess) {
        Instant since = clock.instant().minus(WITHIN);
        wrong.removeIf(at -> at.isBefore(since));
        if (wrong.size() >= AT_MOST) {
            return true;
        }
        wrong.addLast(guess);
        return false;
    }
}
