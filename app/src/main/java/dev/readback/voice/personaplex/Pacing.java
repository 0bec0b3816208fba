package dev.readback.voice.personaplex;

/**
 * Keeps what is sent to a server at the pace of real time: the sound it is sent is the clock of its model. Sound that comes too early or too late is left out,
 * gaps are filled with silence, and nothing is ever made up for in a rush. All times in samples at 48 kHz. Not thread-safe.
 */
final class Pacing {

    /** One packet of silence: 20 ms. */
    static final int PACKET = 960;

    /** The microphone may be late by so much before silence takes its place: 60 ms. */
    static final int GAP = 3 * PACKET;

    /** More than half a second is not caught up with: a tick that came so late, or a clock that was set. */
    private static final int TORN = 25 * PACKET;

    private static final int MOST_A_TICK = 2;

    private long started;
    private long sent;

    /** @param now when the server was ready */
    Pacing(long now) {
        this.started = now;
    }

    /** Whether a packet of the microphone goes out now. What would run ahead by more than a packet does not. */
    boolean takes(long now, int samples) {
        mend(now);
        if (sent + samples - (now - started) > Math.max(PACKET, samples)) {
            return false;
        }
        sent += samples;
        return true;
    }

    /** How many packets of silence go out now. */
    int silences(long now) {
        mend(now);
        int silences = 0;
        while (silences < MOST_A_TICK && now - started - sent >= GAP) {
            sent += PACKET;
            silences++;
        }
        return silences;
    }

    /** How far what was sent is behind the time, in samples; below zero where ahead. */
    long behind(long now) {
        return now - started - sent;
    }

    private void mend(long now) {
        long behind = behind(now);
        if (behind > TORN) {
            started += behind - GAP;
        } else if (behind < -TORN) {
            started += behind;
        }
    }
}
