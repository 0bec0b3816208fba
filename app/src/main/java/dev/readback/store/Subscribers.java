package dev.readback.store;

import dev.readback.execution.EventLog.Numbered;
import dev.readback.execution.EventLog.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear of events. Thread-safe. */
final class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final List<Subscriber> all = new CopyOnWriteArrayList<>();

    /** One subscription; equal to itself alone, so that one consumer may subscribe twice. */
    private static final class Subscriber {
        private final Consumer<Numbered> consumer;

        Subscriber(Consumer<Numbered> consumer) {
            this.consumer = consumer;
        }
    }

    Subscription add(Consumer<Numbered> consumer) {
        Subscriber subscriber = new Subscriber(consumer);
        all.add(subscriber);
        return () -> all.remove(subscriber);
    }

    void tell(List<Numbered> events) {
        for (Subscriber subscriber : all) {
            events.forEach(event -> tell(subscriber, event));
        }
    }

    /** The boundary to somebody else's code: one that fails must not keep the others, or the writer, from going on. */
    private static void tell(Subscriber subscriber, Numbered event) {
        try {
            subscriber.consumer.accept(event);
        } catch (Throwable e) {
            LOG.atWarn().addKeyValue("event", event.number()).setCause(e).log("a subscriber failed");
        }
    }
}
