package dev.readback.execution;

import dev.readback.conversation.Source;
import dev.readback.question.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One durable run of a request: what was said, what it came to, and where it stands. A value; every change makes a new one with the next version.
 *
 * @param transcript the person's words, the first request and what was added when asked
 * @param host the host meant when the words name none
 * @param question the open question; present exactly while {@link ExecutionState#WAITING_FOR_INPUT}
 * @param say the report, speakable; present once settled
 * @param error what went wrong, for the record; present when it did
 * @param version 1 for a new one; counts the changes
 * @param key the caller's idempotency key with a digest of what it came with
 */
public record Execution(
        UUID id,
        UUID sessionId,
        Source source,
        List<String> transcript,
        String host,
        ExecutionState state,
        List<Step> steps,
        Optional<Question> question,
        List<GivenAnswer> answers,
        Optional<String> say,
        Optional<String> error,
        Instant createdAt,
        Instant updatedAt,
        long version,
        Optional<RequestKey> key) {

    public Execution {
        transcript = List.copyOf(transcript);
        steps = List.copyOf(steps);
        answers = List.copyOf(answers);
        if (question.isPresent() != (state == ExecutionState.WAITING_FOR_INPUT)) {
            throw new IllegalArgumentException("a question is open exactly while waiting for input");
        }
    }

    /** One that has only just been asked for. */
    static Execution pending(UUID id, UUID sessionId, Request request, Instant now) {
        return new Execution(
                id,
                sessionId,
                request.source(),
                request.transcript(),
                request.host(),
                ExecutionState.PENDING,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                1,
                request.key());
    }

    /** The same request sent twice is one execution; the same key with another request is an error. */
    public record RequestKey(String value, String digest) {}
}
