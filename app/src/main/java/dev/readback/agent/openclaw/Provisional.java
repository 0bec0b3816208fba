package dev.readback.agent.openclaw;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The end of a turn by the way that tells less, kept until the other one has had its time. Confined to one thread. */
final class Provisional {

    private Optional<End> end = Optional.empty();
    private Instant since = Instant.EPOCH;

    void take(End told, Instant now) {
        end = Optional.of(told);
        since = now;
    }

    /** The end, where nothing better is to be waited for. */
    Optional<End> after(Duration longest, Instant now) {
        return end.filter(told -> now.isAfter(since.plus(longest)));
    }
}
