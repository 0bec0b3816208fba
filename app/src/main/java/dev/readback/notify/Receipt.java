package dev.readback.notify;

import java.time.Duration;
import java.util.Optional;

/** What came of one try. */
public sealed interface Receipt {

    /**
     * The channel has taken it.
     *
     * @param ref what the channel calls the message, where a reply to it names it
     */
    record Delivered(Optional<String> ref) implements Receipt {}

    /**
     * Another try may do better.
     *
     * @param why one sentence, no address and no secret in it
     * @param retryAfter how long the channel asks us to wait
     */
    record Later(String why, Optional<Duration> retryAfter) implements Receipt {

        public Later(String why) {
            this(why, Optional.empty());
        }
    }

    /** No other try will do better; {@code why} is as above. */
    record Never(String why) implements Receipt {}
}
