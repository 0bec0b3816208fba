package dev.readback.execution;

import dev.readback.gate.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * What words would come to, told while the person may still be speaking.
 *
 * @param completeness whether they are all of a request
 * @param verdict the strictest over its commands; empty where it has none
 * @param ranAhead whether its answer is being worked out already, for {@link Executions#start} to find
 * @param understood how long understanding took
 * @param judged how long judging took
 * @param smallTalk whether they ask for nothing: a greeting, or conversation about something else than servers
 */
public record Foresight(
        Completeness completeness,
        Optional<Verdict> verdict,
        boolean ranAhead,
        Duration understood,
        Duration judged,
        boolean smallTalk) {

    /** Nothing can be told. */
    public static final Foresight NONE =
            new Foresight(Completeness.UNKNOWN, Optional.empty(), false, Duration.ZERO, Duration.ZERO, false);

    /** Whether words are all of a request. */
    public enum Completeness {
        /** A request, a follow-up or small talk, with all that it needs. */
        WHOLE,
        /** Something is still to come: "restart the", or a request that lacks a name. */
        OPEN,
        /** Nobody can tell. */
        UNKNOWN
    }
}
