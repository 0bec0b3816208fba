/**
 * The wire to an OpenClaw Gateway: frames, the connection that is kept, who we are there, and {@link dev.readback.agent.openclaw.wire.Calls},
 * the one list of what is called. Enter by {@link dev.readback.agent.openclaw.wire.Gateway}.
 */
@NullMarked
package dev.readback.agent.openclaw.wire;

import org.jspecify.annotations.NullMarked;
