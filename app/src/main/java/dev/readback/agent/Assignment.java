package dev.readback.agent;

import java.time.Duration;
import java.util.UUID;

/**
 * One run to be made.
 *
 * @param runId its identity and idempotency key
 * @param line the line as it was judged and approved
 * @param invocation exactly what to start
 * @param timeout how long it may run, counted from its start even across a restart
 */
public record Assignment(UUID runId, String line, Invocation invocation, Duration timeout) {}
