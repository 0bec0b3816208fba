package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.Hello;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Knows whether a Gateway lets us judge each command its agent wants to run. Looked at when it connects and again before a run when that is a minute ago.
 * Thread-safe.
 */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** A session of ours that nobody talks in; the tools of an agent can only be asked for with one. */
    static final String SESSION = "agent:" + ExecPolicy.AGENT + ":voice:policy";

    private final Gateway gateway;
    private final InstantSource clock;
    private volatile State state = new State.Unknown("it has not been looked at yet");
    private Instant looked = Instant.MIN;
    private volatile Instant looking = Instant.MIN;
    private Optional<Instant> connection = Optional.empty();

    Guard(Gateway gateway, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** What is known. */
    sealed interface State {

        /** Every command comes before us. */
        record Gated() implements State {}

        /**
         * Some commands do not.
         *
         * @param holes what lets them pass, as what follows "because"
         */
        record Open(List<String> holes) implements State {}

        /** It could not be found out. */
        record Unknown(String why) implements State {}
    }

    /** What was seen last; where that was not good it is looked at again for the next who asks, since somebody may have mended it. */
    State state() {
        if (!(state instanceof State.Gated)
                && clock.instant().isAfter(looking.plus(AGAIN))
                && connection().isPresent()) {
            looking = clock.instant();
            Thread.ofVirtual().name("gateway-policy").start(this::look);
        }
        return state;
    }

    /** What holds now, looked at again where the last look is old, was through another connection, or was not good. */
    synchronized State check() {
        if (!(state instanceof State.Gated)
                || clock.instant().isAfter(looked.plus(FRESH))
                || !connection.equals(connection())) {
            look();
        }
        return state;
    }

    /** Looks, however fresh the last look is. */
    synchronized State look() {
        State before = state;
        connection = connection();
        state = seen();
        looked = state instanceof State.Unknown ? Instant.MIN : clock.instant();
        if (!state.equals(before)) {
            tell();
        }
        return state;
    }

    /** A Gateway that was restarted may have another policy. */
    private Optional<Instant> connection() {
        return gateway.standing() instanceof Gateway.Standing.Connected(Hello hello, Instant since)
                ? Optional.of(since)
                : Optional.empty();
    }

    /** What holds now; nothing is kept or told of it. */
    State seen() {
        if (!(gateway.standing() instanceof Gateway.Standing.Connected(Hello hello, Instant since))) {
            return new State.Unknown("it is not connected");
        }
        if (hello.clawdbot()) {
            return new State.Open(List.of("it is a Clawdbot, which cannot ask us about commands"));
        }
        Set<String> needed = Set.of("operator.admin", "operator.approvals");
        if (!hello.scopes().containsAll(needed)) {
            return new State.Open(
                    List.of("it does not let us approve commands (operator.admin and operator.approvals are missing)"));
        }
        try {
            return ruled();
        } catch (GatewayTrouble trouble) {
            return new State.Unknown(trouble.say());
        }
    }

    private State ruled() {
        JsonNode approvals = gateway.call(Calls.execApprovalsGet());
        JsonNode config = gateway.call(Calls.configGet());
        List<String> holes = new ArrayList<>(ExecPolicy.holes(approvals, config, tools()));
        return holes.isEmpty() ? new State.Gated() : new State.Open(List.copyOf(holes));
    }

    /** The tools of the agent, by group. */
    JsonNode tools() {
        try {
            return gateway.call(Calls.toolsEffective(SESSION));
        } catch (GatewayTrouble unknown) {
            if (unknown.kind() != GatewayTrouble.Kind.REFUSED) {
                throw unknown;
            }
            gateway.call(Calls.sessionsCreate(SESSION));
            return gateway.call(Calls.toolsEffective(SESSION));
        }
    }

    private void tell() {
        switch (state) {
            case State.Gated gated ->
                LOG.atInfo()
                        .addKeyValue("gateway", gateway.name())
                        .log("each command of this Gateway's agent is judged here");
            case State.Open(List<String> holes) ->
                LOG.atWarn()
                        .addKeyValue("gateway", gateway.name())
                        .addKeyValue("because", String.join("; ", holes))
                        .log("commands of this Gateway's agent are not judged here");
            case State.Unknown(String why) ->
                LOG.atInfo()
                        .addKeyValue("gateway", gateway.name())
                        .addKeyValue("why", why)
                        .log("a Gateway's policy could not be looked at");
        }
    }
}
