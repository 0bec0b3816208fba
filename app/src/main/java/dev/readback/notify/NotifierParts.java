package dev.readback.notify;

import dev.readback.execution.Executions;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What telling stands on.
 *
 * @param channels those that are set up now, looked at anew each time
 * @param random for pauses that differ a little
 */
public record NotifierParts(
        Outbox outbox,
        Executions executions,
        Supplier<List<Channel>> channels,
        Links links,
        Wishes wishes,
        InstantSource clock,
        RandomGenerator random) {}
