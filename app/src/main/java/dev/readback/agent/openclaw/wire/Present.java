package dev.readback.agent.openclaw.wire;

import dev.readback.agent.openclaw.wire.Gateway.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** How it stands at this moment, and the connection while there is one. Thread-safe. */
final class Present {

    private Standing standing = new Standing.Connecting();
    private Optional<Connection> connection = Optional.empty();

    synchronized Standing standing() {
        return standing;
    }

    synchronized Optional<Connection> connection() {
        return connection;
    }

    synchronized void connected(Connection made, Hello hello, Instant since) {
        connection = Optional.of(made);
        standing = new Standing.Connected(hello, since);
        notifyAll();
    }

    /** @return whether that is news: another trouble than before */
    synchronized boolean away(GatewayTrouble trouble, Optional<Instant> nextTry) {
        boolean news = !(standing instanceof Standing.Away before
                && before.trouble().say().equals(trouble.say()));
        connection = Optional.empty();
        standing = new Standing.Away(trouble, nextTry);
        notifyAll();
        return news;
    }

    /** Waits until it stands so, at most so long; whether it does. */
    synchronized boolean await(Duration atMost, Predicate<Standing> so) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (!so.test(standing)) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
