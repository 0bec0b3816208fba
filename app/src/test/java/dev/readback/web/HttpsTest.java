package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.web.tls.SelfSigned;
import dev.readback.web.tls.TlsIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HttpsTest {
    private final WebWorld world = new WebWorld();
    private WebServer server;
    private HttpClient trusting;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        TlsIdentity identity = SelfSigned.in(folder, Optional.empty(), Instant.now());
        server = WebServer.start(
                new WebSettings(
                        "127.0.0.1",
                        0,
                        WebWorld.TOKEN,
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        Duration.ofMillis(100),
                        Optional.of(identity),
                        VoiceLimits.USUAL),
                world.services());
        trusting = HttpClient.newBuilder().sslContext(trust(identity)).build();
    }

    @AfterEach
    void close() {
        trusting.shutdownNow();
        server.close();
        world.close();
    }

    @Test
    void it_answers_by_https_with_the_certificate_it_made() throws Exception {
        assertThat(server.address().toString()).isEqualTo("https://127.0.0.1:" + server.port());
        assertThat(send(asked("/sessions")).statusCode()).isEqualTo(200);
        assertThatThrownBy(
                        () -> HttpClient.newHttpClient().send(asked("/sessions").build(), BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void our_page_is_of_the_https_origin_and_its_cookie_goes_nowhere_else() throws Exception {
        String code = "{\"code\": \"" + world.codes.issue().text() + "\"}";
        HttpResponse<String> login =
                send(HttpRequest.newBuilder(server.address().resolve("/login"))
                        .header("Content-Type", "application/json")
                        .header("Origin", server.address().toString())
                        .POST(BodyPublishers.ofString(code)));
        assertThat(login.statusCode()).isEqualTo(204);
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
        var foreign = asked("/sessions").header("Origin", "http://127.0.0.1:" + server.port());
        assertThat(send(foreign).statusCode()).isEqualTo(403);
    }

    @Test
    void who_speaks_plain_http_is_told_and_who_wants_the_page_is_sent_there() throws Exception {
        URI plain = URI.create("http://127.0.0.1:" + server.port());
        var data =
                HttpRequest.newBuilder(plain.resolve("/sessions")).header("Authorization", "Bearer " + WebWorld.TOKEN);
        HttpResponse<String> told = world.send(data);
        assertThat(told.statusCode()).isEqualTo(426);
        assertThat(WebWorld.code(told)).isEqualTo("https_only");
        var page = HttpRequest.newBuilder(plain.resolve("/tasks?x=1")).header("Accept", "text/html");
        HttpResponse<String> sent = world.send(page);
        assertThat(sent.statusCode()).isEqualTo(307);
        assertThat(sent.headers().firstValue("Location")).contains(server.address() + "/tasks?x=1");
    }

    @Test
    void talking_works_too() throws Exception {
        WebSocket socket = trusting.newWebSocketBuilder()
                .header("Authorization", "Bearer " + WebWorld.TOKEN)
                .header("Origin", server.address().toString())
                .buildAsync(URI.create("wss://127.0.0.1:" + server.port() + "/voice"), new WebSocket.Listener() {})
                .join();
        socket.sendText(VoiceClient.HELLO, true).join();
        assertThat(world.voice.came.poll(5, TimeUnit.SECONDS)).isEqualTo("open new");
        socket.abort();
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path))
                .header("Authorization", "Bearer " + WebWorld.TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return trusting.send(request.build(), BodyHandlers.ofString());
    }

    private static SSLContext trust(TlsIdentity identity) throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("readback", identity.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
