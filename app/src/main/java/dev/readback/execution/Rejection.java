package dev.readback.execution;

import dev.readback.failure.Failure;
import java.util.UUID;

/** A call that cannot be carried out, with the reason as a stable {@link #code()}. Nothing was changed. */
public final class Rejection extends Failure {

    static final String ONLY_THE_ANSWER = "Here I only take the answer to this question.";

    private Rejection(String code, String sentence) {
        super(code, sentence);
    }

    /** 404. */
    public static Rejection unknownSession(UUID id) {
        return new Rejection("session_not_found", "I know no session " + id + ".");
    }

    /** 404. */
    static Rejection unknownExecution(UUID id) {
        return new Rejection("execution_not_found", "I know no execution " + id + ".");
    }

    /** 404. */
    static Rejection unknownQuestion(UUID id) {
        return new Rejection("question_not_found", "This session was never asked question " + id + ".");
    }

    /** 409. */
    public static Rejection nothingWaiting() {
        return new Rejection("nothing_waiting", "Nothing is waiting for an answer in this session.");
    }

    /** 409. */
    static Rejection answeredOtherwise() {
        return new Rejection(
                "already_answered", "That question has already been answered differently; the first answer counts.");
    }

    /** 409. */
    static Rejection questionClosed() {
        return new Rejection("question_closed", "That question is no longer open.");
    }

    /** 409. */
    static Rejection keyReused() {
        return new Rejection(
                "idempotency_key_reused", "This idempotency key was already used for a different request.");
    }

    /** 403. */
    static Rejection onlyTheAnswer() {
        return new Rejection("guest_may_not", ONLY_THE_ANSWER);
    }

    /** 503. */
    static Rejection closing() {
        return new Rejection("closing", "Readback is shutting down; nothing was started.");
    }

    /** 503. */
    static Rejection tooBusy() {
        return new Rejection(
                "too_busy", "Too many commands are waiting to run; nothing was started. Try again in a moment.");
    }
}
