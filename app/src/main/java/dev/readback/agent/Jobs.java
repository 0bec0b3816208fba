package dev.readback.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Jobs that an agent elsewhere does by a timetable of its own. A job is known by its name: adding one that is there already changes nothing, or makes it what it
 * is to be. Thread-safe.
 */
public interface Jobs {

    /**
     * All jobs that are ours or the owner's, without those the place keeps for itself.
     *
     * @throws dev.readback.failure.Failure where they cannot be asked for
     */
    List<Job> list();

    /** Sees to it that a job is there, once, as it is described; says as what it is known. */
    Job ensure(Description description);

    /** Does a job now, beside its timetable; its end is told to those who {@link #subscribe}. */
    void run(String id);

    /** Takes a job away; harmless when it is gone. */
    void remove(String id);

    /** Hears of the end of each doing of a job. */
    AutoCloseable subscribe(Consumer<Done> listener);

    /**
     * What a job is to be.
     *
     * @param name unique among ours
     * @param cron five fields, such as {@code *}{@code /15 * * * *}, by the clock of the zone
     * @param zone such as {@code UTC}
     * @param message what the agent is told each time
     * @param timeout how long each doing may take
     */
    record Description(String name, String cron, String zone, String message, Duration timeout) {}

    /**
     * A job as it is there.
     *
     * @param id as the place knows it
     * @param next when it is done next, where that is known
     */
    record Job(String id, String name, boolean enabled, String schedule, String message, Optional<Instant> next) {}

    /**
     * One doing of a job that has ended.
     *
     * @param ok whether it came to an answer
     * @param summary what the agent said, or why it came to nothing
     */
    record Done(String jobId, boolean ok, String summary, Instant at, Duration took) {}
}
