package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.readback.Readback;
import dev.readback.settings.Settings;
import dev.readback.settings.TlsChoice;
import dev.readback.web.tls.PemFiles;
import dev.readback.web.tls.SelfSigned;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

    @TempDir
    Path home;

    @Test
    void the_token_is_not_handed_to_whoever_listens_where_a_killed_one_did() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            heard.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
        try {
            Files.writeString(
                    home.resolve("address"),
                    "http://127.0.0.1:" + stranger.getAddress().getPort() + "\n");

            assertThat(Server.running(settings())).isEmpty();
            assertThat(heard).isEmpty();
        } finally {
            stranger.stop(0);
        }
    }

    @Test
    void one_that_runs_is_found() {
        try (Readback readback = Readback.start(settings())) {
            assertThat(Server.running(settings())).isPresent();
            assertThat(readback.address()).startsWith("http://127.0.0.1:");
        }
        assertThat(Server.running(settings())).isEmpty();
    }

    @Test
    void one_that_speaks_https_is_trusted_by_its_certificate_and_no_other_is() throws Exception {
        try (Readback readback = Readback.start(overTls())) {
            assertThat(readback.address()).startsWith("https://127.0.0.1:");
            assertThat(readback.fingerprint()).isPresent();
            Client client = Server.running(overTls()).orElseThrow();
            assertThat(client.get("/sessions").get("sessions").isEmpty()).isTrue();

            Path other = Files.createDirectory(home.resolve("other"));
            Files.writeString(
                    home.resolve(Readback.CERTIFICATE),
                    PemFiles.text(SelfSigned.in(other, Optional.empty(), Instant.now())
                            .certificate()));
            assertThat(Server.running(overTls())).isEmpty();
        }
    }

    private Settings overTls() {
        return settings().withTls(new TlsChoice.SelfSigned());
    }

    private Settings settings() {
        return Settings.in(home);
    }
}
