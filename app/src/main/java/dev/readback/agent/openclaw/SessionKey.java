package dev.readback.agent.openclaw;

import java.util.Optional;
import java.util.UUID;

/** How a session of ours is called at a Gateway: {@code agent:main:voice:<uuid>}. */
final class SessionKey {

    private static final String PREFIX = "agent:" + ExecPolicy.AGENT + ":voice:";

    private SessionKey() {}

    static String of(UUID session) {
        return PREFIX + session;
    }

    /** The session of ours a key stands for. */
    static Optional<UUID> ours(String key) {
        if (!key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(key.substring(PREFIX.length())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
