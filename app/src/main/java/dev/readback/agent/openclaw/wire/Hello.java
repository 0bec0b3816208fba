package dev.readback.agent.openclaw.wire;

import java.util.Set;

/**
 * What a Gateway said of itself when it let us in.
 *
 * @param protocol 3 (Clawdbot) or 4 (OpenClaw)
 * @param version such as {@code 2026.9.6}
 * @param bootId changes with each of its starts; empty on Clawdbot
 * @param scopes what we may do there: what it granted, not what was asked for; on Clawdbot without a device everything, though it names nothing
 * @param methods what can be called
 * @param maxPayload the largest frame it takes, in bytes
 */
public record Hello(
        int protocol, String version, String bootId, Set<String> scopes, Set<String> methods, long maxPayload) {

    public Hello {
        scopes = Set.copyOf(scopes);
        methods = Set.copyOf(methods);
    }

    /** Whether it is a Clawdbot, which cannot ask for approvals and reports failures as successes. */
    public boolean clawdbot() {
        return protocol < 4;
    }

    /** How many runs it is given at once: more fail on Clawdbot, and only queue on OpenClaw. */
    public int runsAtOnce() {
        return clawdbot() ? 4 : 8;
    }
}
