package dev.readback.web;

import dev.readback.memory.Workspace;
import dev.readback.web.auth.BearerToken;
import dev.readback.web.auth.LoginFile;
import dev.readback.web.auth.Logins;
import dev.readback.web.auth.Origins;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.session.NullSessionCache;
import org.eclipse.jetty.session.NullSessionDataStore;

/** The HTTP server: the routes of {@code openapi.yaml}, the events, the page. Runs from {@link #start} until closed. */
public final class WebServer implements AutoCloseable {
    private static final long IDLE_MS = 150_000;
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::");
    private final WebSettings settings;
    private final WebServices services;
    private final PageRoutes page = new PageRoutes();
    private final EventRoutes events;
    private final VoiceRoutes voice;
    private final List<Route> routes;
    private final Javalin javalin;

    private WebServer(WebSettings settings, WebServices services) {
        this.settings = settings;
        this.services = services;
        this.events = new EventRoutes(services, settings.heartbeat());
        LoginCookie cookie = new LoginCookie(settings.reachedByHttps());
        LinkCookie link = new LinkCookie(services.links(), services.clock(), settings.reachedByHttps());
        Logins logins = new Logins(
                services.clock(), new SecureRandom(), settings.logins().map(LoginFile::new));
        this.voice = new VoiceRoutes(services.voice(), settings.voice(), cookie, services.clock());
        this.routes = routes(cookie, link, logins);
        Doorkeeper doorkeeper = new Doorkeeper(
                new Origins(
                        settings.host(), settings.publicUrl(), settings.tls().isPresent()),
                new BearerToken(settings.token()),
                logins,
                cookie,
                link);
        this.javalin = Javalin.create(config -> configure(config, doorkeeper));
    }

    /**
     * Starts to listen; when this returns, calls are answered.
     *
     * @throws CannotListen {@code port_in_use}, {@code port_not_allowed}, {@code cannot_listen}
     */
    public static WebServer start(WebSettings settings, WebServices services) {
        WebServer server = new WebServer(settings, services);
        try {
            requireFree(settings);
            server.javalin.start(settings.host(), settings.port());
        } catch (IOException | JavalinException cause) {
            throw CannotListen.on(settings, cause);
        }
        return server;
    }

    /** Tries the port first: Javalin would write a stack trace into the log where one sentence is enough. */
    private static void requireFree(WebSettings settings) throws IOException {
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(new InetSocketAddress(settings.host(), settings.port()));
        }
    }

    /** The port listened on. */
    public int port() {
        return javalin.port();
    }

    /** Where people reach the page: the public address where one is set, else this machine's. */
    public URI address() {
        return addressAt(port());
    }

    /** Whether a page, a terminal or a voice connection follows a session right now. */
    public boolean followed(UUID sessionId) {
        return events.followed(sessionId) || voice.followed(sessionId);
    }

    List<Route> routes() {
        return routes;
    }

    /** Ends event streams and stops listening. */
    @Override
    public void close() {
        events.close();
        voice.close();
        javalin.stop();
    }

    private URI addressAt(int port) {
        String host = ANY_ADDRESS.contains(settings.host()) ? "127.0.0.1" : settings.host();
        String name = host.contains(":") ? "[" + host + "]" : host;
        return settings.publicUrl().orElseGet(() -> URI.create(scheme() + "://" + name + ":" + port));
    }

    private String scheme() {
        return settings.tls().isPresent() ? "https" : "http";
    }

    private List<Route> routes(LoginCookie cookie, LinkCookie link, Logins logins) {
        return Stream.of(
                        page.routes(),
                        new LoginRoutes(services, logins, cookie, link, this::addressAt, voice::loggedOut).routes(),
                        new LinkRoutes(services, link, this::addressAt).routes(),
                        new ExecuteRoutes(services.executions(), services.clock()).routes(),
                        new RecordRoutes(services).routes(),
                        events.routes(),
                        voice.routes(),
                        new PersonaRoutes(services).routes(),
                        new ChannelRoutes(services.notifications(), services.clock()).routes(),
                        new MemoryRoutes(services.workspace()).routes(),
                        new OperationRoutes(services, settings.version()).routes())
                .flatMap(List::stream)
                .toList();
    }

    private void configure(JavalinConfig config, Doorkeeper doorkeeper) {
        Traffic traffic = new Traffic(services.meters(), events::openStreams, voice::openConnections);
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Workspace.MAX_BYTES + 1L;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(WebServer::harden);
        config.jetty.modifyServletContextHandler(handler -> keepNoSessions(handler.getSessionHandler()));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(IDLE_MS);
        });
        settings.tls()
                .ifPresent(identity ->
                        config.jetty.addConnector((server, http) -> Listening.tls(server, http, settings, identity)));
        config.routes.before(traffic::begin);
        config.routes.before(doorkeeper::admit);
        config.routes.before(page::welcome);
        config.routes.after(traffic::end);
        routes.forEach(route ->
                config.routes.addEndpoint(new Endpoint(route.method(), route.path(), GuestRules.guarding(route))));
        voice.register(config, doorkeeper);
        Failures.register(config.routes);
    }

    /** Javalin begins one for each WebSocket, before the door; we have no use for them. */
    private static void keepNoSessions(SessionHandler sessions) {
        NullSessionCache cache = new NullSessionCache(sessions);
        cache.setSessionDataStore(new NullSessionDataStore());
        sessions.setSessionCache(cache);
        sessions.setUsingCookies(false);
    }

    private static void harden(Server server) {
        server.setErrorHandler(new BadHttp());
    }
}
