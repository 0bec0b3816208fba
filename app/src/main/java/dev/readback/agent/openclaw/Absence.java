package dev.readback.agent.openclaw;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a Gateway has been away during a turn. Confined to one thread. */
final class Absence {

    private Optional<Instant> since = Optional.empty();
    private Duration before = Duration.ZERO;

    /** Whether that is news. */
    boolean begins(Instant now) {
        boolean news = since.isEmpty();
        since = since.or(() -> Optional.of(now));
        return news;
    }

    void ends(Instant now) {
        before = total(now);
        since = Optional.empty();
    }

    boolean lasts() {
        return since.isPresent();
    }

    boolean longerThan(Duration longest, Instant now) {
        return since.filter(begun -> now.isAfter(begun.plus(longest))).isPresent();
    }

    /** All of it together. */
    Duration total(Instant now) {
        return since.map(begun -> before.plus(Duration.between(begun, now))).orElse(before);
    }
}
