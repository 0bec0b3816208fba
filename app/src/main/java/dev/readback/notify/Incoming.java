package dev.readback.notify;

import java.util.Optional;

/**
 * Something somebody wrote in a channel.
 *
 * @param channel by which channel
 * @param from the sender's number or address
 * @param replyTo what the channel calls the message it replies to
 * @param messageId what the channel calls this one; the same when it comes again
 */
public record Incoming(String channel, String from, String text, Optional<String> replyTo, String messageId) {

    /** What people write is theirs. */
    @Override
    public String toString() {
        return "Incoming[" + channel + "]";
    }
}
