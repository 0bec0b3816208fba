package dev.readback.voice.personaplex;

/**
 * Whether a server has fallen behind what it was sent. It gives 80 ms for each 80 ms it hears, so what it owes grows when it, or the way to it, stalls; sent on all
 * the same, it would hear the past for the rest of the conversation. So sound is left out until it has caught up. Times in samples at 48 kHz. Not thread-safe.
 */
final class Backlog {

    private static final int PER_MS = 48;

    /** Owed beyond what always lies on the way. */
    private static final int BEHIND = 600 * PER_MS;

    private static final int CAUGHT_UP = 200 * PER_MS;

    /** It has answered, and says nothing more: what it still owes it has swallowed. */
    private static final int ANSWERED = 300 * PER_MS;

    /** So often it is sent a little all the same, to see whether it answers; at the longest. */
    private static final int TRIED = 1_000 * PER_MS;

    private static final int A_LITTLE = 80 * PER_MS;

    private long sent;
    private long received;
    private long usual = Long.MAX_VALUE;
    private long latest;
    private long since;
    private long tried;
    private boolean behind;

    void sent(int samples) {
        sent += samples;
    }

    void received(int samples, long now) {
        received += samples;
        latest = now;
    }

    /** Whether what is to be sent now is left out. */
    boolean behind(long now) {
        if (received == 0) {
            return false;
        }
        long owed = sent - received;
        usual = Math.min(usual, owed);
        if (!behind) {
            behind = owed > usual + BEHIND;
            since = now;
            tried = now;
        } else if (owed <= usual + CAUGHT_UP || (latest > since && now - latest > ANSWERED)) {
            usual = owed;
            behind = false;
        }
        return behind && !tries(now);
    }

    private boolean tries(long now) {
        if (now - tried >= TRIED + A_LITTLE) {
            tried = now;
        }
        return now - tried >= TRIED;
    }
}
