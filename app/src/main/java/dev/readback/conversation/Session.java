package dev.readback.conversation;

import java.time.Instant;
import java.util.UUID;

/** One conversation; its key is a UUID and nothing else (a phone number is only an address for notifications). */
public record Session(UUID id, String title, Focus focus, Instant createdAt, Instant updatedAt) {

    /** A session with nothing said in it yet. */
    public static Session begun(UUID id, String title, Instant at) {
        return new Session(id, title, Focus.NONE, at, at);
    }

    /** The same session, used again. */
    public Session used(Instant at) {
        return new Session(id, title, focus, createdAt, at);
    }

    /** The same session, speaking of something else. */
    public Session about(Focus next, Instant at) {
        return new Session(id, title, next, createdAt, at);
    }
}
