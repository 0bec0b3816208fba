package dev.readback.notify;

import dev.readback.execution.Notice;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that has not reached the person by a channel.
 *
 * @param notice the first of what it tells
 * @param more how many others are told with it
 * @param channel empty while nothing has been tried, such as in quiet hours
 * @param attempts how many tries have failed
 * @param next when it is tried again; empty where it was given up
 * @param why a sentence: what went wrong, or what it waits for
 */
public record Undelivered(
        Notice notice, int more, Optional<String> channel, int attempts, Optional<Instant> next, String why) {

    static Undelivered waiting(Delivery delivery) {
        return of(delivery, Optional.of(delivery.dueAt()), "It is on its way.");
    }

    static Undelivered givenUp(Delivery delivery) {
        return of(delivery, Optional.empty(), "It could not be delivered.");
    }

    private static Undelivered of(Delivery delivery, Optional<Instant> next, String otherwise) {
        return new Undelivered(
                delivery.notices().getFirst(),
                delivery.notices().size() - 1,
                Optional.of(delivery.channel()),
                delivery.attempts(),
                next,
                delivery.why().orElse(otherwise));
    }
}
