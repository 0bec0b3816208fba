package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn that is to stop. Said again and again until it has: a Gateway that was restarted goes on with the turn a moment after it is back, and one that has not
 * begun it yet finds nothing to stop. Confined to the run's thread.
 */
final class Stopping {

    private final Gateway gateway;
    private final String session;
    private final boolean timeRanOut;
    private final Instant since;
    private Instant said = Instant.MIN;

    /** @param timeRanOut why: its time, or the person */
    Stopping(Gateway gateway, String session, boolean timeRanOut, Instant since) {
        this.gateway = gateway;
        this.session = session;
        this.timeRanOut = timeRanOut;
        this.since = since;
    }

    boolean timeRanOut() {
        return timeRanOut;
    }

    /** Whether it has been long enough. */
    boolean over(Instant now, Duration longest) {
        return now.isAfter(since.plus(longest));
    }

    boolean due(Instant now, Duration often) {
        return now.isAfter(said.plus(often));
    }

    /** Tells the Gateway to stop it; the trouble where that did not work. */
    Optional<GatewayTrouble> say(Instant now) {
        said = now;
        try {
            gateway.call(Calls.chatAbort(session, Optional.empty()));
            return Optional.empty();
        } catch (GatewayTrouble away) {
            return Optional.of(away);
        }
    }
}
