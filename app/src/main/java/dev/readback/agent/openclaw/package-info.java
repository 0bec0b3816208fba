/**
 * OpenClaw Gateways as the agent: runs, approvals, sessions, cron and delivery over {@link dev.readback.agent.openclaw.wire}. Enter by
 * {@code OpenClawAgent}. May use {@code plan}; named by nobody but the composition root.
 */
@NullMarked
package dev.readback.agent.openclaw;

import org.jspecify.annotations.NullMarked;
