package dev.readback.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The numbered events of all sessions. */
public interface EventLog {

    /** At most {@code limit} events with a number above {@code number}, oldest first; of one session where one is named. */
    List<Numbered> after(long number, Optional<UUID> sessionId, int limit);

    /** The newest number; 0 while there is none. */
    long newest();

    /**
     * Hands over each event after it is committed, in order, until the subscription is closed. The consumer must be quick; it is called on the
     * committing thread.
     */
    Subscription subscribe(Consumer<Numbered> consumer);

    /** An event with its number and time. */
    record Numbered(long number, Instant at, Event event) {}

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
