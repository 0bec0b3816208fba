package dev.readback.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One utterance in a session.
 *
 * @param executionId the execution it asked for, answered or tells of
 */
public record Turn(UUID sessionId, Role role, String text, Source source, Instant at, Optional<UUID> executionId) {}
