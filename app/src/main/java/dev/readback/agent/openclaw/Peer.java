package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Gateway;

/** A Gateway with the queue before it and what is known of its policy. */
record Peer(Gateway gateway, RunQueue queue, Guard guard) {}
