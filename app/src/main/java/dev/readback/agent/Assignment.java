package dev.readback.agent;

import java.time.Duration;
import java.util.UUID;

/**
 * One run to be made.
 *
 * @param runId its identity and idempotency key
 * @param sessionId the conversation it belongs to
 * @param line the line as it was judged and approved, or the task in the person's words
 * @param invocation exactly what to start
 * @param timeout how long it may run, counted from its start even across a restart
 */
public record Assignment(UUID runId, UUID sessionId, String line, Invocation invocation, Duration timeout) {}
