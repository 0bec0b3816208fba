package dev.readback.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.execution.Notice.Kind;
import dev.readback.question.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What of a change the person may have to hear of when away: a question, and an end. Their identities are made from what they tell of, so that the same
 * thing is never two notices.
 */
final class Notices {

    private Notices() {}

    static Optional<Notice> of(Execution before, Execution after, Instant at) {
        return asked(before, after)
                .map(question -> ofQuestion(after, question, at))
                .or(() -> ofEnd(after, at));
    }

    private static Optional<Question> asked(Execution before, Execution after) {
        return before.question().isPresent() ? Optional.empty() : after.question();
    }

    private static Notice ofQuestion(Execution after, Question question, Instant at) {
        return notice(after, Kind.QUESTION, Optional.of(question.id()), question.text(), at);
    }

    private static Optional<Notice> ofEnd(Execution after, Instant at) {
        return after.say()
                .filter(say -> !say.isBlank())
                .flatMap(say -> kind(after.state()).map(kind -> notice(after, kind, Optional.empty(), say, at)));
    }

    /** Who stopped it knows that it was stopped. */
    private static Optional<Kind> kind(ExecutionState state) {
        return switch (state) {
            case COMPLETED -> Optional.of(Kind.COMPLETED);
            case FAILED, EXPIRED, REJECTED -> Optional.of(Kind.FAILED);
            case INTERRUPTED -> Optional.of(Kind.INTERRUPTED);
            case PENDING, RUNNING, WAITING_FOR_INPUT, CANCELLED -> Optional.empty();
        };
    }

    private static Notice notice(Execution of, Kind kind, Optional<UUID> question, String text, Instant at) {
        UUID told = question.orElse(of.id());
        UUID id = UUID.nameUUIDFromBytes(("notice " + kind + " " + told).getBytes(UTF_8));
        return new Notice(id, kind, of.sessionId(), of.id(), question, text, Duration.between(of.createdAt(), at), at);
    }
}
