package dev.readback.execution;

import dev.readback.conversation.Source;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.question.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where requests become executions. The one entrance for every surface. Thread-safe. */
public interface Executions {

    /**
     * Takes a request: it is on the disk when this returns, and is being worked on. The same idempotency key with the same request gives the execution it
     * already made.
     *
     * @throws Rejection {@code session_not_found}, {@code idempotency_key_reused}, {@code closing}, {@code too_busy}
     */
    Execution start(Request request);

    /** What {@link #start} would make of a request: interpreted and judged; nothing is kept, asked or run. Its state tells where it would stop first. */
    Execution dryRun(Request request);

    /**
     * Whether all that understands here together makes nothing of words, or takes them for a courtesy, so that they may be left to conversation. Nothing is kept,
     * asked or run; may take seconds.
     */
    boolean asksForNothing(Request request);

    /**
     * What words would come to while they may still change. Nothing is kept or asked. Where {@code ahead} is set and they are a whole request that only looks,
     * unasked and cheaply, it is run: {@link #start} with the same words finds its result, and other words leave it unused. What is run so is audited as such.
     */
    Foresight foresee(Request request, boolean ahead);

    /**
     * Keeps what was said and asks for nothing: the person's small talk, or what a speech model says by itself. It is on the disk when this returns, and nothing comes
     * of it.
     *
     * @param sessionId the conversation it belongs to; empty begins a new one
     * @param title what that one is called
     * @return the conversation
     * @throws Rejection {@code session_not_found}
     */
    UUID note(Optional<UUID> sessionId, String title, List<Noted> said);

    /** Waits until an execution is settled or asks something, at most so long, and gives it as it is then. */
    Execution await(UUID executionId, Duration atMost);

    /**
     * Gives an answer to an open question.
     *
     * @param questionId the question meant; without it the words count for the question that was asked last in the session
     * @param key idempotency key with a digest of the call, when the caller sent one; the same again does nothing again, whatever is open by then
     * @throws Rejection {@code session_not_found}, {@code question_not_found}, {@code nothing_waiting}, {@code already_answered},
     *     {@code question_closed}, {@code idempotency_key_reused}
     */
    AnswerOutcome answer(
            UUID sessionId, Optional<UUID> questionId, Utterance utterance, Source source, Optional<RequestKey> key);

    /** The same without an idempotency key. */
    default AnswerOutcome answer(UUID sessionId, Optional<UUID> questionId, Utterance utterance, Source source) {
        return answer(sessionId, questionId, utterance, source, Optional.empty());
    }

    /** Notes that a question's object and host have been shown, or played to the end, to the person; a yes counts from now on. */
    void shown(UUID questionId);

    /** Stops an execution with everything it started; one that is settled stays as it is. */
    Execution cancel(UUID executionId);

    /** Takes back a wish not to be asked for a while, from now on; an unknown or ended one changes nothing. */
    void revoke(UUID grantId, Source source);

    Optional<Execution> find(UUID executionId);

    /** The session's current execution: the one that waits for an answer, else the newest. */
    Optional<Execution> currentIn(UUID sessionId);

    /** At most {@code limit} executions, newest first, outputs left out. */
    List<Execution> latest(Optional<ExecutionState> state, int limit);

    /** An execution as it now stands, put into words and pictures. */
    Telling tell(Execution execution);

    /** The words of {@link #tell}. */
    default String say(Execution execution) {
        return tell(execution).say();
    }
}
