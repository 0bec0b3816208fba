package dev.readback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes one way in all conversations: entered when sent, ticked off where it comes. Who sits at which server is for Readback to say. Thread-safe. */
final class Ledger {

    private static final int SENDER_BITS = 40;

    private final Marked packets;
    private final Map<Long, Long> sent = new ConcurrentHashMap<>();
    private final Map<Long, Long> last = new ConcurrentHashMap<>();
    private final List<Double> tookMs = new ArrayList<>();
    private final AtomicInteger strange = new AtomicInteger();
    private final AtomicInteger reordered = new AtomicInteger();
    private volatile boolean counts;

    Ledger(Marked packets) {
        this.packets = packets;
    }

    /** From now on it counts; what is on its way does not. */
    void count() {
        counts = true;
    }

    /** No more is sent that counts. */
    void stop() {
        counts = false;
    }

    boolean counting() {
        return counts;
    }

    /** The next packet of one sender, entered as sent now. */
    byte[] next(int sender, long number) {
        long mark = (long) sender << SENDER_BITS | number;
        byte[] packet = packets.with(mark);
        if (counts) {
            sent.put(mark, System.nanoTime());
        }
        return packet;
    }

    void came(byte[] packet, long at) {
        long mark = packets.of(packet);
        if (mark < 0) {
            strange.addAndGet(counts ? 1 : 0);
            return;
        }
        Long before = last.put(mark >> SENDER_BITS, mark);
        reordered.addAndGet(before != null && before >= mark ? 1 : 0);
        Long begun = sent.remove(mark);
        if (begun != null) {
            synchronized (tookMs) {
                tookMs.add((at - begun) / 1e6);
            }
        }
    }

    List<Double> tookMs() {
        synchronized (tookMs) {
            return List.copyOf(tookMs);
        }
    }

    /** Sent, and never come. */
    int lost() {
        return sent.size();
    }

    /** Come after a later one of the same sender. */
    int reordered() {
        return reordered.get();
    }

    /** What came and was not ours: silence that took the place of a late packet. */
    int strange() {
        return strange.get();
    }
}
