package dev.readback.notify;

import dev.readback.execution.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One message on its way by one channel.
 *
 * @param notices what it tells; the first gives it its identity
 * @param attempts how many tries have failed
 * @param begunAt when it was decided on
 * @param dueAt when it is to be tried next
 * @param why what went wrong the last time: a sentence
 */
public record Delivery(
        List<Notice> notices, String channel, int attempts, Instant begunAt, Instant dueAt, Optional<String> why) {

    public Delivery {
        notices = List.copyOf(notices);
        if (notices.isEmpty()) {
            throw new IllegalArgumentException("notices is empty");
        }
    }

    public UUID id() {
        return notices.getFirst().id();
    }

    /** The same for each try, so that a channel which honours it shows the message once. */
    public String key() {
        return id() + ":" + channel;
    }
}
