package dev.readback.conversation;

import java.time.Instant;
import java.util.UUID;

/** One conversation; its key is a UUID and nothing else (a phone number is only an address for notifications). */
public record Session(UUID id, String title, Focus focus, Instant createdAt, Instant updatedAt) {}
