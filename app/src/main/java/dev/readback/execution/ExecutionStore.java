package dev.readback.execution;

import dev.readback.gate.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where executions are kept. Thread-safe. */
public interface ExecutionStore {

    /**
     * Makes a change durable, whole or not at all, then tells subscribers of its events.
     *
     * @throws StaleExecution when the stored execution has moved on meanwhile, or its request key is already taken; nothing is changed then
     */
    void commit(Change change);

    Optional<Execution> find(UUID id);

    /** The session's newest execution. */
    Optional<Execution> newestIn(UUID sessionId);

    /** At most {@code limit} executions of a session, newest first. Outputs are left out (empty). */
    List<Execution> recentIn(UUID sessionId, int limit);

    /** The session's executions that are not settled, oldest first. */
    List<Execution> unsettledIn(UUID sessionId);

    /** All executions that are not settled, oldest first. */
    List<Execution> unsettled();

    /** At most {@code limit} executions, newest first; in one state where one is named. Outputs are left out (empty). */
    List<Execution> latest(Optional<ExecutionState> state, int limit);

    /** The execution a request with this key made, or whose question it answered. */
    Optional<Execution> withKey(String key);

    /** The execution that asked a question, open or answered. */
    Optional<Execution> asking(UUID questionId);

    /** Grants that have not ended. */
    List<Grant> grants(Instant now);
}
