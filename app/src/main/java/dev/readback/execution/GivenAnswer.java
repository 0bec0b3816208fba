package dev.readback.execution;

import dev.readback.conversation.Source;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.question.Question;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person said to a question, and what it counted as.
 *
 * @param question as it was asked
 * @param text the person's words
 * @param meaning what they counted as
 * @param key the idempotency key of the request that was taken as this answer
 */
public record GivenAnswer(
        Question question, String text, Meaning meaning, Source source, Instant at, Optional<RequestKey> key) {

    public GivenAnswer(Question question, String text, Meaning meaning, Source source, Instant at) {
        this(question, text, meaning, source, at, Optional.empty());
    }

    /** What an answer counted as. */
    public enum Meaning {
        YES,
        NO,
        WORDS,
        /** Something else instead of what was asked about. */
        CHANGE,
        /** Nobody answered in time. */
        NONE
    }
}
