package dev.readback.voice;

import java.util.Optional;
import java.util.function.Consumer;

/** The embedded speech of this machine: what turns speech into words and words into speech here, as far as it goes. Thread-safe. */
public interface Speech {

    /** What serves now. Looking makes nothing begin. */
    Standing standing();

    /**
     * Begins to get ready what is not: loads weights, tries how fast they are. Returns at once; harmless when repeated.
     *
     * @param mayFetch whether weights that are not here may be fetched, which is a hundred megabytes and more; else what lacks them stays dormant
     */
    void prepare(boolean mayFetch);

    /** Tells of each change of the standing until closed; the consumer must be quick. */
    Subscription follow(Consumer<Standing> follower);

    /** A place for one more conversation; empty while nothing can hear, and when no more can be heard in real time. */
    Optional<Seat> seat();

    /** What speaks, where anything here does. */
    Optional<Mouth> mouth();

    /** An ear for one conversation, until closed. */
    interface Seat extends AutoCloseable {

        VoiceActivity activity();

        Recogniser recogniser();

        @Override
        void close();
    }

    /** Ends a following. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
