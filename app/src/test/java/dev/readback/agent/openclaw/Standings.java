package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.time.Duration;
import java.util.function.Predicate;

/** Waits for how a Gateway stands. */
final class Standings {

    private Standings() {}

    static GatewayTrouble trouble(Gateway gateway, Duration atMost) throws InterruptedException {
        return ((Gateway.Standing.Away) await(gateway, Gateway.Standing.Away.class::isInstance, atMost)).trouble();
    }

    static Gateway.Standing await(Gateway gateway, Predicate<Gateway.Standing> so, Duration atMost)
            throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < until) {
            Gateway.Standing now = gateway.standing();
            if (so.test(now)) {
                return now;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("stands otherwise: " + gateway.standing());
    }
}
