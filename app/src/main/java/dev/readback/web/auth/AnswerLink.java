package dev.readback.web.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the link of a notification opens.
 *
 * @param questionId the question that may be answered; empty where there is only something to see
 * @param expiresAt whole seconds
 */
public record AnswerLink(UUID executionId, UUID sessionId, Optional<UUID> questionId, Instant expiresAt) {

    /** How long the outcome can be seen after the question has stopped waiting. */
    static final Duration OUTCOME = Duration.ofHours(1);

    /** A question that waits, and until when. */
    public record Open(UUID id, Instant until) {}

    public AnswerLink {
        expiresAt = Instant.ofEpochSecond(expiresAt.getEpochSecond());
    }

    /**
     * The link to an execution, made at a moment: good for a day, and where it waits for an answer, as long as that and {@link #OUTCOME} more.
     *
     * @param question id and end of the question that waits
     */
    public static AnswerLink to(UUID execution, UUID session, Optional<Open> question, Instant made) {
        Instant latest = made.plus(AnswerLinks.LONGEST);
        Instant end = question.map(open -> open.until().plus(OUTCOME))
                .filter(latest::isAfter)
                .orElse(latest);
        return new AnswerLink(execution, session, question.map(Open::id), end);
    }

    /** Whether it is over by then. */
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
