package dev.readback.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * How a channel does.
 *
 * @param since when that was last seen; empty while nothing has been sent since the start
 * @param detail a sentence
 */
public record ChannelStanding(String name, State state, Optional<Instant> since, String detail) {

    /** What the last try came to. */
    public enum State {
        UNTRIED,
        OK,
        FAILING
    }
}
