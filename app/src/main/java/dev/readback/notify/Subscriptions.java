package dev.readback.notify;

import java.util.List;

/** The browsers that want to be told, durable. Thread-safe. */
public interface Subscriptions {

    /** One for each endpoint; the newer stands. */
    void keep(Subscription subscription);

    void end(String id);

    /** Oldest first. */
    List<Subscription> all();
}
