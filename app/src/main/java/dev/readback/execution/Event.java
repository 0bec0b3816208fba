package dev.readback.execution;

import dev.readback.conversation.Turn;
import dev.readback.question.Question;
import java.util.Optional;
import java.util.UUID;

/** What happens in a session, for whoever follows it. Committed with the change it tells of, numbered, and never lost. */
public sealed interface Event {

    UUID sessionId();

    /** Something was said. */
    record Said(Turn turn, Optional<UUID> executionId) implements Event {
        @Override
        public UUID sessionId() {
            return turn.sessionId();
        }
    }

    /** An execution moved on. */
    record StateChanged(UUID sessionId, UUID executionId, ExecutionState state) implements Event {}

    /**
     * A piece of output, redacted.
     *
     * @param step index of the command within its execution, from 0
     */
    record Output(UUID sessionId, UUID executionId, int step, String text) implements Event {}

    /** What a command or task is at, one short phrase in place of the one before. Told to who follows at that moment, and kept like the rest. */
    record Progress(UUID sessionId, UUID executionId, int step, String phrase) implements Event {}

    /** A question was put. */
    record Asked(UUID sessionId, UUID executionId, Question question) implements Event {}

    /** A question is no longer open. */
    record Closed(UUID sessionId, UUID executionId, UUID questionId) implements Event {}
}
