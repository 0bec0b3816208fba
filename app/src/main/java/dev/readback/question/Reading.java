package dev.readback.question;

import java.time.Duration;
import java.util.Optional;

/** What an utterance means to an open question. */
public sealed interface Reading {

    /**
     * Consent to exactly what was asked.
     *
     * @param dontAskFor for how long the same command on the same host need not be asked about again, when the person said so
     */
    record Yes(Optional<Duration> dontAskFor) implements Reading {}

    /** Refusal. */
    record No() implements Reading {}

    /**
     * Something else instead: nothing of what was asked about is done, and what is wanted is asked about anew.
     *
     * @param wanted what instead, in the person's words; blank where that is still to be asked
     */
    record Change(String wanted) implements Reading {}

    /** Words that answer a clarifying question. */
    record Words(String text) implements Reading {}

    /**
     * Neither: the question goes on waiting.
     *
     * @param why one sentence that may be spoken: what would count instead
     */
    record Unclear(String why) implements Reading {}
}
