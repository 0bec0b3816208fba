package dev.readback.execution;

import dev.readback.conversation.Source;
import dev.readback.execution.Execution.RequestKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's words to be acted on.
 *
 * @param sessionId the conversation they belong to; empty begins a new one
 * @param transcript the words, one or more lines; not blank
 * @param host the host meant when the words name none; {@code local} by default
 * @param key idempotency key with a digest of the request, when the caller sent one
 */
public record Request(
        Optional<UUID> sessionId, List<String> transcript, Source source, String host, Optional<RequestKey> key) {

    public Request {
        transcript = List.copyOf(transcript);
    }
}
