package dev.readback.voice;

import dev.readback.execution.EventLog.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Events that come live while those before them are still being read: passed on once each, in order. Thread-safe. */
final class InOrder {

    private final Consumer<Numbered> onward;
    private final List<Numbered> early = new ArrayList<>();
    private boolean caughtUp;
    private long seen;

    InOrder(long after, Consumer<Numbered> onward) {
        this.seen = after;
        this.onward = onward;
    }

    synchronized void live(Numbered event) {
        if (caughtUp) {
            pass(event);
        } else {
            early.add(event);
        }
    }

    /** Some of what was missed, in order. */
    synchronized void missed(List<Numbered> events) {
        events.forEach(this::pass);
    }

    /** All that was missed has been passed on. */
    synchronized void caughtUp() {
        early.forEach(this::pass);
        early.clear();
        caughtUp = true;
    }

    private void pass(Numbered event) {
        if (event.number() > seen) {
            seen = event.number();
            onward.accept(event);
        }
    }
}
