package dev.readback.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request on its way.
 *
 * @param said as the person said it; with what was said before, where that was joined
 * @param at when it was sent
 * @param mayGoOn whether words that come soon after may be joined to it
 * @param executionId once it has become one
 * @param answered whether something was said to it
 * @param filled whether the person was told that it takes long
 */
record Sent(
        String words,
        Said said,
        Instant at,
        boolean mayGoOn,
        Optional<UUID> executionId,
        boolean settled,
        boolean answered,
        boolean filled) {

    /** The microphone's clock stands still where nobody hears it, so this one must agree. */
    private static final Duration SOON = Duration.ofSeconds(3);

    static Sent now(Said said, Instant at) {
        return new Sent(said.words(), said, at, true, Optional.empty(), false, false, false);
    }

    /** Two utterances that were one; a third is not joined. */
    static Sent joined(String words, Said said, Instant at) {
        return new Sent(words, said, at, false, Optional.empty(), false, false, false);
    }

    boolean mayGoOnWith(Said next, Instant now) {
        Duration spoken = Duration.ofMillis(Math.max(0, next.ended() - next.began()));
        return mayGoOn && !answered && now.isBefore(at.plus(SOON).plus(spoken));
    }

    /** Whether these are its words, or the last of them. */
    boolean is(String begun) {
        return words.endsWith(begun);
    }

    boolean waits() {
        return !answered;
    }

    Sent became(UUID id, boolean isSettled) {
        return new Sent(words, said, at, mayGoOn, Optional.of(id), isSettled, answered, filled);
    }

    Sent withAnswer() {
        return new Sent(words, said, at, mayGoOn, executionId, settled, true, filled);
    }

    Sent withFiller() {
        return new Sent(words, said, at, mayGoOn, executionId, settled, answered, true);
    }
}
