package dev.readback.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an execution waits on.
 *
 * @param text the question, one sentence that can be spoken
 * @param context what it is about: the exact command and host, or what the agent was doing
 * @param choices the answers offered, such as {@code yes}, {@code no}; may be empty for {@code CLARIFY}
 * @param object what must be repeated; present exactly for {@code REPEAT}
 * @param askedAt when it was put
 * @param expiresAt when it stops waiting
 * @param affects what would be touched by it, found out before it was put: short phrases, the most important first
 * @param shownAt when its object and host had been shown, or played to the end, to the person; no yes counts before
 */
public record Question(
        UUID id,
        QuestionKind kind,
        String text,
        String context,
        List<String> choices,
        Optional<String> object,
        Instant askedAt,
        Instant expiresAt,
        List<String> affects,
        Optional<Instant> shownAt) {

    public Question {
        choices = List.copyOf(choices);
        affects = List.copyOf(affects);
        if (object.isPresent() != (kind == QuestionKind.REPEAT)) {
            throw new IllegalArgumentException("object goes with REPEAT, and only with it");
        }
    }

    /** A question that touches nothing but what it names. */
    public Question(
            UUID id,
            QuestionKind kind,
            String text,
            String context,
            List<String> choices,
            Optional<String> object,
            Instant askedAt,
            Instant expiresAt,
            Optional<Instant> shownAt) {
        this(id, kind, text, context, choices, object, askedAt, expiresAt, List.of(), shownAt);
    }

    /** The same question with what would be touched by it. */
    public Question affecting(List<String> found) {
        return new Question(id, kind, text, context, choices, object, askedAt, expiresAt, found, shownAt);
    }

    /** The same question, waiting until another moment. */
    public Question until(Instant end) {
        return new Question(id, kind, text, context, choices, object, askedAt, end, affects, shownAt);
    }

    /** The same question, known to have been shown; the first time counts. */
    public Question shown(Instant at) {
        return shownAt.isPresent()
                ? this
                : new Question(id, kind, text, context, choices, object, askedAt, expiresAt, affects, Optional.of(at));
    }
}
