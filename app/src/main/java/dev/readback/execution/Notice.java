package dev.readback.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something the person may have to hear of when away. Committed with the change it tells of; whether, when and where it is told is not decided here.
 *
 * @param id its identity, and the idempotency key of its delivery
 * @param questionId the question it is about; present exactly for {@link Kind#QUESTION}
 * @param text what to say: short, speakable, redacted
 * @param lasted how long the execution had been going by then
 */
public record Notice(
        UUID id,
        Kind kind,
        UUID sessionId,
        UUID executionId,
        Optional<UUID> questionId,
        String text,
        Duration lasted,
        Instant at) {

    public Notice {
        if (questionId.isPresent() != (kind == Kind.QUESTION)) {
            throw new IllegalArgumentException("questionId goes with QUESTION, and only with it");
        }
    }

    /** The same in other words. */
    Notice saying(String words) {
        return new Notice(id, kind, sessionId, executionId, questionId, words, lasted, at);
    }

    /** What it tells of. */
    public enum Kind {
        QUESTION,
        COMPLETED,
        FAILED,
        INTERRUPTED
    }
}
