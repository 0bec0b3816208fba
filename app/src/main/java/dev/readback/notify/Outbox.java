package dev.readback.notify;

import dev.readback.execution.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be told, durable. Notices come in with the changes they tell of; whether and when they are told is decided once, together with those that go
 * in the same message; from then on each channel has a delivery of its own. Thread-safe.
 */
public interface Outbox {

    /** Notices nothing has been decided about, oldest first. */
    List<Notice> undecided();

    /** These are never told. */
    void forget(Collection<UUID> notices);

    /**
     * These are told in one message by each of the channels, due at once; done again it changes nothing.
     *
     * @param together at least one; the first gives the message its identity
     */
    void send(List<Notice> together, List<String> channels, Instant now);

    /** Deliveries that have not come to an end, the next due first. */
    List<Delivery> waiting();

    /** When the messages since a moment were decided on, oldest first. */
    List<Instant> sentSince(Instant moment);

    /** It was delivered; {@code ref} is what the channel calls the message. */
    void delivered(Delivery delivery, Optional<String> ref, Instant at);

    /** It did not work this time. */
    void later(Delivery delivery, String why, Instant next);

    /** It is not tried any more. */
    void givenUp(Delivery delivery, String why, Instant at);

    /** There is nothing to tell any more. */
    void superseded(Delivery delivery, Instant at);

    /** At most {@code limit} deliveries that were given up since a moment, newest first. */
    List<Delivery> givenUp(Instant since, int limit);

    /** What a message of ours told, by what the channel calls it; empty where it is none of ours. */
    List<Notice> told(String channel, String ref);

    /** The channel says afterwards that a message did not arrive, and that another try may do better. */
    void again(String channel, String ref, Instant now);

    /** The channel says afterwards that a message did not arrive and never will. */
    void lost(String channel, String ref, String why, Instant at);

    /** Whether a message of the person's was taken already. */
    boolean heard(String channel, String messageId);

    /** A message of the person's was taken. */
    void hear(String channel, String messageId, Instant at);

    /** When the person last wrote in a channel. */
    Optional<Instant> lastHeard(String channel);
}
