package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Elsewhere;
import dev.readback.audit.AuditRecord;
import dev.readback.audit.AuditTrail;
import dev.readback.execution.ListedEvents;
import dev.readback.execution.ScriptedExecutions;
import dev.readback.memory.Workspace;
import dev.readback.notify.Incoming;
import dev.readback.notify.Notifications;
import dev.readback.notify.NotifyStanding;
import dev.readback.notify.Pushes;
import dev.readback.notify.Subscription;
import dev.readback.notify.WhatsAppHook;
import dev.readback.say.Redaction;
import dev.readback.voice.Latency;
import dev.readback.voice.LatencyLog;
import dev.readback.voice.PersonaWish;
import dev.readback.voice.personaplex.Prompts;
import dev.readback.web.auth.AnswerLinks;
import dev.readback.web.auth.OneTimeCodes;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server on a free port with scripted executions behind it, and a client. */
final class WebWorld implements AutoCloseable {
    static final String TOKEN = "correct horse battery staple";
    static final String APP_SECRET = "app secret";
    static final String VERIFY_TOKEN = "word";
    private final boolean whatsApp;
    private final Path folder = temporary();
    final ListedEvents events = new ListedEvents();
    final ScriptedExecutions executions = new ScriptedExecutions(events);
    final ScriptedVoice voice = new ScriptedVoice();
    final List<Incoming> received = new CopyOnWriteArrayList<>();
    final List<WhatsAppHook.Failed> failed = new CopyOnWriteArrayList<>();
    volatile NotifyStanding standing = new NotifyStanding(List.of(), List.of(), List.of());
    final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    volatile LatencyLog latencies = LatencyLog.NONE;
    final ListedPersonas personas = new ListedPersonas();
    /** What Gateways hold; a test may put another in its place. */
    volatile Elsewhere elsewhere = Elsewhere.NOWHERE;

    final OneTimeCodes codes = new OneTimeCodes(InstantSource.system(), new SecureRandom());
    final AnswerLinks links = new AnswerLinks("a key of thirty-two bytes, or more".getBytes(UTF_8));
    final WebServer server;
    final HttpClient client = HttpClient.newHttpClient();

    WebWorld() {
        this(0, Optional.empty());
    }

    WebWorld(int port, Optional<Path> logins) {
        this(settings(port, logins, VoiceLimits.USUAL));
    }

    /** With tighter limits for voice connections. */
    WebWorld(VoiceLimits voice) {
        this(settings(0, Optional.empty(), voice));
    }

    private WebWorld(WebSettings settings) {
        this(settings, true);
    }

    private WebWorld(WebSettings settings, boolean whatsApp) {
        this.whatsApp = whatsApp;
        server = WebServer.start(settings, services());
    }

    /** Nothing is set up to be called by WhatsApp. */
    static WebWorld withoutWhatsApp() {
        return new WebWorld(settings(0, Optional.empty(), VoiceLimits.USUAL), false);
    }

    private Notifications notifications() {
        WhatsAppHook hook = new WhatsAppHook(APP_SECRET, Optional.of(VERIFY_TOKEN), "1234", received::add, failed::add);
        return new Notifications(() -> standing, Optional.of(hook).filter(it -> whatsApp), new Pushes() {
            @Override
            public String key() {
                return "our key";
            }

            @Override
            public void add(Subscription subscription) {
                subscriptions.add(subscription);
            }

            @Override
            public void remove(URI endpoint) {
                subscriptions.removeIf(it -> it.endpoint().equals(endpoint));
            }
        });
    }

    private static WebSettings settings(int port, Optional<Path> logins, VoiceLimits voice) {
        URI publicUrl = URI.create("https://readback.example.org");
        return new WebSettings(
                "127.0.0.1",
                port,
                TOKEN,
                Optional.of(publicUrl),
                logins,
                "test",
                Duration.ofMillis(100),
                Optional.empty(),
                voice);
    }

    WebServices services() {
        return new WebServices(
                executions,
                events,
                executions.sessions(),
                new Elsewhere() {
                    @Override
                    public Listing latest(int limit, Optional<String> words, Map<String, Integer> from) {
                        return elsewhere.latest(limit, words, from);
                    }

                    @Override
                    public Optional<List<Line>> history(String key, int limit) {
                        return elsewhere.history(key, limit);
                    }
                },
                new NoAudit(),
                Workspace.open(folder.resolve("workspace")),
                voice,
                new Prompts(executions, PersonaWish.USUAL, () -> Optional.of("Ann"), Redaction::redact),
                personas,
                notifications(),
                new LatencyLog() {
                    @Override
                    public void keep(Latency latency) {
                        latencies.keep(latency);
                    }

                    @Override
                    public List<Latency> of(UUID sessionId) {
                        return latencies.of(sessionId);
                    }
                },
                List::of,
                () -> List.of(new WebServices.Part("database", true)),
                () -> new Overview(
                        List.of(new Overview.Setting(
                                "READBACK_PORT", Optional.of("5000"), false, false, "The port to listen on.")),
                        List.of(new Overview.Part("database", "ok", "SQLite in the home folder.")),
                        List.of(new Overview.PhraseError("shop.yaml", 3, "phrase is no key; did you mean phrases?"))),
                () -> List.of(new Overview.Sentence("disk.usage", "disk", "how full is the disk", false, false)),
                codes,
                links,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                InstantSource.system());
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder asProgram(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + TOKEN);
    }

    HttpRequest.Builder posting(String path, String json) {
        return asProgram(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    HttpResponse<String> get(String path) {
        return send(asProgram(path));
    }

    HttpResponse<String> post(String path, String json) {
        return send(posting(path, json));
    }

    /** Sends bytes as they are and gives all that comes back until the server closes. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String code(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.get("status").intValue()).isEqualTo(response.statusCode());
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "code");
        return problem.get("code").stringValue();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("readback-web");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class NoAudit implements AuditTrail {
        @Override
        public List<AuditRecord> from(long sequence, int limit) {
            return List.of();
        }

        @Override
        public List<AuditRecord> latest(int limit) {
            return List.of();
        }

        @Override
        public void each(Consumer<AuditRecord> consumer) {}
    }
}
