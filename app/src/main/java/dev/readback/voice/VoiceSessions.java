package dev.readback.voice;

import dev.readback.execution.OnlyAnswering;
import java.util.Optional;
import java.util.UUID;

/** Where spoken conversations begin. Thread-safe. */
public interface VoiceSessions {

    /**
     * Takes up a conversation with a person's device.
     *
     * @param sessionId the conversation; empty for a new one
     * @throws dev.readback.execution.Rejection {@code session_not_found}
     */
    VoiceSession open(Optional<UUID> sessionId, Line line);

    /**
     * Takes up a conversation that hears the answer to one question and tells of one execution, and nothing else.
     *
     * @throws dev.readback.execution.Rejection {@code execution_not_found}
     */
    VoiceSession openForAnswer(OnlyAnswering.Scope scope, Line line);

    /** How the speech of this machine stands. */
    Standing standing();
}
