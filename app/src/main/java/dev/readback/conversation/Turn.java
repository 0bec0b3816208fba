package dev.readback.conversation;

import java.time.Instant;
import java.util.UUID;

/** One utterance in a session. */
public record Turn(UUID sessionId, Role role, String text, Source source, Instant at) {}
