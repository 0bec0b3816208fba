package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.Hello;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a Gateway stands, in words.
 *
 * @param name its host and port
 * @param connected whether it answers
 * @param version such as {@code OpenClaw 2026.9.6}; empty while it has not answered
 * @param takesWork whether it is given tasks now
 * @param sentence all that a person should know of it
 * @param waiting how many runs wait for it
 */
public record PeerState(
        String name, boolean connected, Optional<String> version, boolean takesWork, String sentence, int waiting) {

    static PeerState of(Peer peer, boolean ungated) {
        String name = peer.gateway().name();
        int waiting = peer.queue().waiting();
        return switch (peer.gateway().standing()) {
            case Gateway.Standing.Connecting connecting ->
                new PeerState(name, false, Optional.empty(), false, "I am connecting to it.", waiting);
            case Gateway.Standing.Away(var trouble, var next) ->
                new PeerState(name, false, Optional.empty(), false, trouble.say(), waiting);
            case Gateway.Standing.Connected(Hello hello, Instant since) ->
                connected(name, hello, peer.guard().state(), ungated, waiting);
        };
    }

    private static PeerState connected(String name, Hello hello, Guard.State guard, boolean ungated, int waiting) {
        String version = (hello.clawdbot() ? "Clawdbot" : "OpenClaw " + hello.version()).strip();
        return switch (guard) {
            case Guard.State.Gated gated ->
                new PeerState(
                        name,
                        true,
                        Optional.of(version),
                        true,
                        "It does what needs thinking; each command it wants to run is judged here.",
                        waiting);
            case Guard.State.Open(List<String> holes) ->
                new PeerState(name, true, Optional.of(version), ungated, open(holes, ungated), waiting);
            case Guard.State.Unknown(String why) ->
                new PeerState(
                        name, true, Optional.of(version), false, "Its policy could not be looked at: " + why, waiting);
        };
    }

    private static String open(List<String> holes, boolean ungated) {
        String because = String.join("; ", holes);
        return ungated
                ? "Its commands are judged by nobody, which GATEWAY_ALLOW_UNGATED allows: " + because + "."
                : "It gets no work, because " + because
                        + ". Its sessions and channels are used all the same; readback openclaw secure mends it.";
    }
}
