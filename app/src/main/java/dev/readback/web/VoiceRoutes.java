package dev.readback.web;

import dev.readback.voice.VoiceSessions;
import dev.readback.web.VoiceSocket.Visit;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.websocket.WsHandlerType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;

/** The spoken conversation, over a WebSocket. The door is the same as for every call; see {@link Doorkeeper#admitTalk}. */
final class VoiceRoutes implements AutoCloseable {
    static final String PATH = "/voice";
    private static final String VISIT = "voice-visit";
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Set<String> MODES = Set.of("answer", "talk");
    private final VoiceSessions sessions;
    private final VoiceLimits limits;
    private final LoginCookie cookie;
    private final InstantSource clock;
    private final Set<VoiceSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    VoiceRoutes(VoiceSessions sessions, VoiceLimits limits, LoginCookie cookie, InstantSource clock) {
        this.sessions = sessions;
        this.limits = limits;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** What is answered to a call that is no WebSocket. */
    List<Route> routes() {
        return List.of(Route.get(PATH, context -> {
            context.header("Upgrade", "websocket");
            throw new Refused("websocket_only", "This is for talking; open it as a WebSocket.");
        }));
    }

    /** Javalin finds the path and opens the door; the connection itself is Jetty's, since Javalin does not tell of pongs. */
    void register(JavalinConfig config, Doorkeeper doorkeeper) {
        config.jetty.modifyWebSocketServletFactory(factory -> factory.addMapping(
                PATH, (request, response) -> new VoiceSocket(sessions, visit(request), this, limits)));
        config.routes.addWsHandler(WsHandlerType.WEBSOCKET, PATH, ws -> {});
        config.routes.addEndpoint(new Endpoint(HandlerType.WEBSOCKET_BEFORE_UPGRADE, "*", context -> {
            doorkeeper.admitTalk(context);
            remember(context);
        }));
    }

    /** Whether the link somebody came by has expired. */
    boolean over(Visit visit) {
        return visit.link().filter(link -> link.expired(clock.instant())).isPresent();
    }

    int openConnections() {
        return open.size();
    }

    boolean followed(UUID sessionId) {
        return open.stream().anyMatch(socket -> socket.visit().session().equals(Optional.of(sessionId)));
    }

    /** Somebody logged out: what was opened with that login ends. */
    void loggedOut(String login) {
        open.stream()
                .filter(socket -> socket.visit().login().equals(Optional.of(login)))
                .forEach(socket -> socket.end(VoiceEnd.LOGGED_OUT, "You logged out."));
    }

    void opened(VoiceSocket socket) {
        open.add(socket);
        if (closing) {
            socket.end(VoiceEnd.STOPPING, "Readback is stopping.");
        } else if (open.size() > limits.connections()) {
            socket.end(VoiceEnd.TOO_MANY, "Too many are talking at once; try again in a moment.");
        }
    }

    void closed(VoiceSocket socket) {
        open.remove(socket);
    }

    @Override
    public void close() {
        closing = true;
        open.forEach(socket -> socket.end(VoiceEnd.STOPPING, "Readback is stopping."));
        awaitGone();
    }

    /** Lets the reasons reach those who talk, for a moment. */
    private void awaitGone() {
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(10);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void remember(Context context) {
        Optional<UUID> session = Texts.queryId(context, "session");
        Optional.ofNullable(context.queryParam("mode"))
                .filter(mode -> !MODES.contains(mode))
                .ifPresent(mode -> {
                    throw new BadRequest("mode", "mode must be answer or talk.");
                });
        Optional<String> login = Caller.of(context) == Caller.PAGE ? cookie.in(context) : Optional.empty();
        context.req().setAttribute(VISIT, new Visit(session, login, Guest.confinedTo(context)));
    }

    private static Visit visit(JettyServerUpgradeRequest request) {
        return request.getHttpServletRequest().getAttribute(VISIT) instanceof Visit visit
                ? visit
                : new Visit(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
