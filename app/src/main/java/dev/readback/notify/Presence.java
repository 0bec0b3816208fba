package dev.readback.notify;

import java.util.UUID;

/** Whether the person is there: a page, a voice connection or a terminal follows the session right now. Thread-safe. */
@FunctionalInterface
public interface Presence {

    boolean present(UUID sessionId);
}
