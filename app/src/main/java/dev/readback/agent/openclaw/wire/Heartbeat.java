package dev.readback.agent.openclaw.wire;

import java.time.Duration;

/**
 * Whether a connection still lives. The Gateway sends something each tick at least, and answers pings; after two and a half ticks of
 * silence, or a ping that is not answered while nothing else comes, it is dead. Pure: moments are handed in, as nanoseconds of one clock.
 * Thread-safe.
 */
final class Heartbeat {

    private static final Duration RAREST_PING = Duration.ofSeconds(15);

    private final long silence;
    private final long pong;
    private final long every;
    private long heard;
    private long pinged;
    private boolean open;

    /** @param pong how long the answer to a ping is waited for; at most one tick */
    Heartbeat(Duration tick, Duration pong, long now) {
        this.silence = tick.toNanos() * 5 / 2;
        this.pong = Math.min(pong.toNanos(), tick.toNanos());
        this.every = Math.min(RAREST_PING.toNanos(), tick.toNanos() / 2);
        this.heard = now;
        this.pinged = now;
    }

    /** What is to be done. */
    sealed interface Beat {
        record Ping() implements Beat {}

        record Wait(Duration duration) implements Beat {}

        record Dead(String why) implements Beat {}
    }

    /** Something came. */
    synchronized void heard(long now) {
        heard = now;
    }

    synchronized void ponged() {
        open = false;
    }

    synchronized Beat next(long now) {
        if (now - heard >= silence) {
            return new Beat.Dead("nothing came from it for too long");
        }
        if (open) {
            return unanswered(now);
        }
        if (now - pinged >= every) {
            open = true;
            pinged = now;
            return new Beat.Ping();
        }
        return rest(Math.min(pinged + every - now, heard + silence - now));
    }

    private Beat unanswered(long now) {
        long due = Math.max(pinged, heard) + pong;
        return now - due >= 0
                ? new Beat.Dead("it does not answer any more")
                : rest(Math.min(due - now, heard + silence - now));
    }

    private static Beat rest(long nanos) {
        return new Beat.Wait(Duration.ofNanos(Math.max(nanos, 1_000_000)));
    }
}
