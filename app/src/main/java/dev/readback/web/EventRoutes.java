package dev.readback.web;

import dev.readback.conversation.Sessions;
import dev.readback.execution.EventLog;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The events of a session, or of all, as they happen (server-sent events). */
final class EventRoutes implements AutoCloseable {
    private static final String STREAM = "text/event-stream";
    private final EventLog log;
    private final Sessions sessions;
    private final Duration heartbeat;
    private final InstantSource clock;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    EventRoutes(WebServices services, Duration heartbeat) {
        this.log = services.events();
        this.sessions = services.sessions();
        this.clock = services.clock();
        this.heartbeat = heartbeat;
    }

    List<Route> routes() {
        return List.of(Route.get("/events", this::events));
    }

    int openStreams() {
        return open.size();
    }

    /** Who follows all sessions watches none of them. */
    boolean followed(UUID sessionId) {
        return open.stream().anyMatch(stream -> stream.follows(sessionId));
    }

    private void events(Context context) throws Exception {
        requireStream(context);
        Optional<UUID> session = Texts.queryId(context, "session_id");
        session.filter(id -> sessions.find(id).isEmpty()).ifPresent(id -> {
            throw Refused.unknownSession(id.toString());
        });
        long newest = log.newest();
        // A number beyond the newest is from a database that is no more; waiting for it would tell nothing for a long
        // time.
        long after = Math.min(lastSeen(context).orElse(newest), newest);
        context.contentType(STREAM).header("X-Accel-Buffering", "no");
        EventStream stream = new EventStream(Guest.events(context, log), session, after, heartbeat, over(context));
        open.add(stream);
        try {
            if (!closing) {
                stream.writeTo(context.res());
            }
        } finally {
            open.remove(stream);
        }
    }

    /** Whoever came by a link reads until that expires. */
    private BooleanSupplier over(Context context) {
        return Guest.confinedTo(context)
                .<BooleanSupplier>map(link -> () -> link.expired(clock.instant()))
                .orElse(() -> false);
    }

    private static void requireStream(Context context) {
        String accept = Optional.ofNullable(context.header("Accept")).orElse("");
        if (!accept.contains(STREAM)) {
            throw new Refused("event_stream_only", "Events are sent to those who accept " + STREAM + ".");
        }
    }

    /** A browser that reconnects sends the header; the query parameter is for the first connection. */
    private static Optional<Long> lastSeen(Context context) {
        return Optional.ofNullable(context.header("Last-Event-ID"))
                .map(text -> Texts.number("Last-Event-ID", text, 0, Long.MAX_VALUE))
                .or(() -> Optional.ofNullable(context.queryParam("last_event_id"))
                        .map(text -> Texts.number("last_event_id", text, 0, Long.MAX_VALUE)));
    }

    @Override
    public void close() {
        closing = true;
        open.forEach(EventStream::end);
    }
}
