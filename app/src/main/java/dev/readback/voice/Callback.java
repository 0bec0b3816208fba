package dev.readback.voice;

import java.time.Duration;
import java.time.Instant;

/** When a persona that was lost is called again: later each time, and not at all once it has refused twice. Confined to one thread. */
final class Callback {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** What was refused once may have been a server that just died; twice, it is refused. */
    private static final int MOST_REFUSALS = 2;

    private Duration pause = FIRST;
    private Instant earliest = Instant.MIN;
    private int refusals;

    /** It was there: the next loss is a first one. */
    void came() {
        pause = FIRST;
        refusals = 0;
    }

    /** Another is wished for. */
    void anew() {
        came();
        earliest = Instant.MIN;
    }

    /** @param again whether the same may be asked for soon */
    void lost(boolean again, Instant now) {
        refusals = again ? 0 : refusals + 1;
        earliest = now.plus(again ? pause : LONGEST);
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }

    boolean due(Instant now) {
        return refusals < MOST_REFUSALS && !now.isBefore(earliest);
    }
}
