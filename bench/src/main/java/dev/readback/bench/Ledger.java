package dev.readback.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes one way in one conversation: entered when sent, ticked off when it comes. Thread-safe. */
final class Ledger {

    private final Marked packets;
    private final Map<Long, Long> sent = new HashMap<>();
    private final List<Double> tookMs = new ArrayList<>();
    private boolean counts;
    private long number;
    private long last = -1;
    private int came;
    private int strange;
    private int reordered;

    Ledger(Marked packets) {
        this.packets = packets;
    }

    /** From now on it counts; what is on its way does not. */
    synchronized void count() {
        counts = true;
    }

    /** No more is sent that counts. */
    synchronized void stop() {
        counts = false;
    }

    synchronized byte[] next() {
        byte[] packet = packets.with(number);
        if (counts) {
            sent.put(number, System.nanoTime());
        }
        number++;
        return packet;
    }

    synchronized void came(byte[] packet, long at) {
        long which = packets.of(packet);
        if (which < 0) {
            strange += counts ? 1 : 0;
            return;
        }
        Long begun = sent.remove(which);
        reordered += which <= last ? 1 : 0;
        last = which;
        if (begun != null) {
            came++;
            tookMs.add((at - begun) / 1e6);
        }
    }

    synchronized List<Double> tookMs() {
        return List.copyOf(tookMs);
    }

    synchronized int came() {
        return came;
    }

    /** Sent, and never come. */
    synchronized int lost() {
        return sent.size();
    }

    synchronized int reordered() {
        return reordered;
    }

    /** What came and was not ours: silence that took the place of a late packet. */
    synchronized int strange() {
        return strange;
    }
}
