package dev.readback.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was said. Writing happens with the change it belongs to, in the same transaction. */
public interface Sessions {

    Optional<Session> find(UUID id);

    /** At most {@code limit} sessions, most recently used first. */
    List<Session> latest(int limit);

    /** At most {@code limit} sessions last used before a moment, most recently used first. */
    List<Session> latest(int limit, Instant before);

    /** At most {@code limit} sessions whose title, or something said in which, holds these words; most recently used first. Letter case does not count. */
    List<Session> matching(String words, int limit);

    /** The last {@code limit} turns of a session, oldest first. */
    List<Turn> history(UUID sessionId, int limit);
}
