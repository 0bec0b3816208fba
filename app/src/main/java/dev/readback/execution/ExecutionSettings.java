package dev.readback.execution;

import java.time.Duration;

/**
 * What an owner may set about executions.
 *
 * @param questionTimeout how long a question waits for its answer; {@code EXECUTION_TIMEOUT_MINUTES}, an hour by default
 * @param commandTimeout how long one command may run; {@code COMMAND_TIMEOUT_SECONDS}, five minutes by default
 * @param atOnce how many commands may run at the same time; more wait their turn
 * @param backlog how many executions may be unsettled and at work; more are turned away
 */
public record ExecutionSettings(Duration questionTimeout, Duration commandTimeout, int atOnce, int backlog) {

    public static final ExecutionSettings DEFAULT =
            new ExecutionSettings(Duration.ofHours(1), Duration.ofMinutes(5), 32, 1000);
}
