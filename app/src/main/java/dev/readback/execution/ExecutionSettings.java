package dev.readback.execution;

import java.time.Duration;

/**
 * What an owner may set about executions.
 *
 * @param questionTimeout how long a question waits for its answer; {@code EXECUTION_TIMEOUT_MINUTES}, an hour by default
 * @param commandTimeout how long one command may run; {@code COMMAND_TIMEOUT_SECONDS}, five minutes by default
 * @param taskTimeout how long an agent that thinks may work on one task, waiting for the person not counted
 * @param atOnce how many commands may run at the same time; more wait their turn
 * @param backlog how many executions may be unsettled and at work; more are turned away
 */
public record ExecutionSettings(
        Duration questionTimeout, Duration commandTimeout, Duration taskTimeout, int atOnce, int backlog) {

    private static final Duration TASK_TIMEOUT = Duration.ofMinutes(30);

    public static final ExecutionSettings DEFAULT =
            new ExecutionSettings(Duration.ofHours(1), Duration.ofMinutes(5), 32, 1000);

    /** The usual for tasks. */
    public ExecutionSettings(Duration questionTimeout, Duration commandTimeout, int atOnce, int backlog) {
        this(questionTimeout, commandTimeout, TASK_TIMEOUT, atOnce, backlog);
    }
}
