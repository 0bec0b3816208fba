package dev.readback.agent;

import java.util.UUID;

/**
 * The port through which commands are run. Blocking and thread-safe: one virtual thread a run.
 *
 * <p>A run is known by its {@link Assignment#runId()}, which is also its idempotency key: {@link #run} is called at most once for an id, ever;
 * after a restart {@link #adopt} takes its place.
 */
public interface Agent {

    /** Why a task is not taken where nobody can think. */
    String CANNOT_THINK =
            "That is a task that needs thinking, and no agent that can think is set up. I can run single commands and known requests.";

    /** The name in settings and records, such as {@code local}. */
    String name();

    /**
     * Fixes what a line means on its host before anybody is asked about it: which binaries, in which directory, with which environment.
     * Starts nothing.
     */
    Preparation prepare(CommandLine line);

    /**
     * Where a line would really run that is meant for a host: an agent elsewhere runs what is meant for this machine on its own.
     *
     * @return the name of a host; the same where it is run as meant
     */
    default String place(String host, UUID sessionId) {
        return host;
    }

    /** Fixes who would do a task, and how it would be put. Starts nothing. */
    default Preparation prepare(Task task) {
        return new Preparation.Impossible(CANNOT_THINK);
    }

    /**
     * Runs exactly what was prepared and waits for its end.
     *
     * @param listener receives output while it comes, on the calling thread or another, one call at a time
     * @param asker how to ask the person in the middle of the run
     */
    Outcome run(Assignment assignment, RunListener listener, Asker asker);

    /**
     * Takes up a run that was begun by {@link #run} before a restart, and waits for its end. Never starts anything: what had not started by now never
     * will, and is reported as {@link Outcome.NotStarted}; what nobody can tell the end of is {@link Outcome.Interrupted}. Output that
     * the listener had already received comes again from its beginning.
     */
    Outcome adopt(Assignment assignment, RunListener listener, Asker asker);

    /**
     * Ends a run with everything it started; {@link #run} or {@link #adopt} then returns {@link Outcome.Cancelled}. An unknown or ended run
     * is left alone.
     */
    void cancel(UUID runId);

    /** Forgets what was kept of an ended run once its outcome is recorded elsewhere. Harmless when repeated. */
    void forget(UUID runId);
}
