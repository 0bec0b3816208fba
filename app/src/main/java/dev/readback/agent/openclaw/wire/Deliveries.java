package dev.readback.agent.openclaw.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to those who subscribed, in order, on one thread, so that a slow one holds up nobody but the others who listen. When more
 * than {@link #LONGEST} wait, or {@link #LARGEST} characters, the rest is thrown away and {@link #offer} says so: the connection then counts as
 * lost, and everybody reads again.
 */
final class Deliveries implements AutoCloseable {

    static final int LONGEST = 10_000;
    static final long LARGEST = 64L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Deque<Parcel> parcels = new ArrayDeque<>();
    private final List<Consumer<GatewayEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Thread carrier;
    private long size;
    private boolean closed;

    private record Parcel(GatewayEvent event, long size) {}

    Deliveries(String name) {
        this.carrier = Thread.ofVirtual().name("gateway-events-" + name).start(this::carry);
    }

    Gateway.Subscription subscribe(Consumer<GatewayEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Takes an event of so many characters.
     *
     * @return false where there was no room, and what waited is thrown away
     */
    synchronized boolean offer(GatewayEvent event, long characters) {
        if (parcels.size() >= LONGEST || size + characters > LARGEST) {
            parcels.removeIf(parcel -> !turning(parcel.event()));
            size = 0;
            return false;
        }
        put(event, characters);
        return true;
    }

    /** Takes {@code Connected} or {@code Lost}, for which there is always room. */
    synchronized void turn(GatewayEvent event) {
        put(event, 0);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        carrier.interrupt();
    }

    private void put(GatewayEvent event, long characters) {
        parcels.add(new Parcel(event, characters));
        size += characters;
        notifyAll();
    }

    private static boolean turning(GatewayEvent event) {
        return switch (event) {
            case GatewayEvent.Connected up -> true;
            case GatewayEvent.Lost down -> true;
            case GatewayEvent.Told told -> false;
            case GatewayEvent.Finished finished -> false;
        };
    }

    private void carry() {
        try {
            while (true) {
                GatewayEvent next = take();
                listeners.forEach(listener -> hand(next, listener));
            }
        } catch (InterruptedException end) {
            // closed
        }
    }

    private synchronized GatewayEvent take() throws InterruptedException {
        while (parcels.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            throw new InterruptedException();
        }
        Parcel first = parcels.remove();
        size = Math.max(0, size - first.size());
        return first.event();
    }

    /** One listener that fails must not keep the others from hearing. */
    private static void hand(GatewayEvent event, Consumer<GatewayEvent> listener) {
        try {
            listener.accept(event);
        } catch (RuntimeException failed) {
            LOG.atError().setCause(failed).log("an event of the Gateway could not be taken");
        }
    }
}
