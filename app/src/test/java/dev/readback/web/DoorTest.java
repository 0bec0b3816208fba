package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    private static final String ASK = "{\"transcript\": \"how full is the disk\"}";

    @AutoClose
    private final WebWorld world = new WebWorld();

    @ParameterizedTest
    @ValueSource(strings = {"/sessions", "/events", "/metrics", "/openapi.yaml", "/memory/MEMORY.md", "/no/such/route"})
    void a_stranger_sees_nothing(String path) {
        HttpResponse<String> response = world.send(HttpRequest.newBuilder(world.at(path)));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(WebWorld.code(response)).isEqualTo("unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer ",
                "Bearer",
                "correct horse battery staple",
                "Basic correct horse battery staple"
            })
    void a_wrong_token_is_no_token(String header) {
        var request = HttpRequest.newBuilder(world.at("/sessions")).header("Authorization", header);
        assertThat(world.send(request).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/login"})
    void health_and_the_door_are_open_to_all(String path) {
        assertThat(world.send(HttpRequest.newBuilder(world.at(path))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void every_answer_carries_the_security_headers() {
        for (String path : new String[] {"/sessions", "/health", "/no/such/route"}) {
            var headers = world.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void a_code_logs_a_browser_in_once() {
        String code = world.codes.issue().text();
        HttpResponse<String> first = login(code);
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");
        assertThat(WebWorld.code(login(code))).isEqualTo("wrong_code");
        var request = HttpRequest.newBuilder(world.at("/sessions")).header("Cookie", cookie(first));
        assertThat(world.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void guessing_is_slowed_down_but_never_locks_out_who_has_a_code() {
        for (int i = 0; i < 10; i++) {
            assertThat(login("guess" + i).statusCode()).isEqualTo(401);
        }
        assertThat(login("guess").statusCode()).isEqualTo(429);
        assertThat(login(world.codes.issue().text()).statusCode()).isEqualTo(204);
    }

    @Test
    void a_program_may_ask_for_a_code_but_the_page_may_not() {
        var made = world.post("/codes", "{}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(WebWorld.json(made).get("address").stringValue())
                .isEqualTo("https://readback.example.org/#code="
                        + WebWorld.json(made).get("code").stringValue());
        var page = fromPage("/codes", "{}")
                .header("Cookie", cookie(login(world.codes.issue().text())));
        assertThat(WebWorld.code(world.send(page))).isEqualTo("token_required");
    }

    @Test
    void what_changes_something_by_cookie_must_come_from_our_own_page() {
        String cookie = cookie(login(world.codes.issue().text()));
        assertThat(world.send(fromPage("/execute", ASK).header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(200);
        assertThat(WebWorld.code(world.send(posting("/execute", ASK).header("Cookie", cookie))))
                .isEqualTo("foreign_origin");
        assertThat(WebWorld.code(world.send(
                        posting("/execute", ASK).header("Cookie", cookie).header("Sec-Fetch-Site", "same-site"))))
                .isEqualTo("foreign_origin");
        assertThat(world.send(posting("/execute", ASK).header("Cookie", cookie).header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
        var image = HttpRequest.newBuilder(world.at("/sessions"))
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "cross-site");
        assertThat(WebWorld.code(world.send(image))).isEqualTo("foreign_origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "http://127.0.0.1:1", "https://readback.example.org.evil.example"
            })
    void a_foreign_origin_is_refused_everywhere_even_with_the_token(String origin) {
        for (String path : new String[] {"/sessions", "/events", "/", "/health"}) {
            HttpResponse<String> response = world.send(world.asProgram(path).header("Origin", origin));
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(WebWorld.code(response)).isEqualTo("foreign_origin");
        }
    }

    @Test
    void the_public_address_is_an_origin_of_ours() {
        assertThat(world.send(world.asProgram("/sessions").header("Origin", "https://readback.example.org"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:5000", "10.0.0.1", "0.0.0.0"})
    void a_foreign_host_name_is_refused(String host) {
        assertThat(world.raw(ask("/health", host))).startsWith("HTTP/1.1 421 ").contains("wrong_host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:5000", "[::1]:5000", "READBACK.example.org"})
    void our_own_names_are_answered_to_on_any_port_as_a_tunnel_has_another(String host) {
        assertThat(world.raw(ask("/health", host))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_login_outlives_a_restart_and_its_file_is_the_owners_alone(@TempDir Path home) throws Exception {
        Path file = home.resolve("logins");
        String cookie;
        int port;
        try (WebWorld before = new WebWorld(0, Optional.of(file))) {
            port = before.server.port();
            cookie = cookie(login(before, before.codes.issue().text()));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
        try (WebWorld after = new WebWorld(port, Optional.of(file))) {
            var request = HttpRequest.newBuilder(after.at("/sessions")).header("Cookie", cookie);
            assertThat(after.send(request).statusCode()).isEqualTo(200);
            after.send(HttpRequest.newBuilder(after.at("/logout"))
                    .header("Cookie", cookie)
                    .POST(BodyPublishers.noBody()));
            assertThat(after.send(request).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_busy_port_is_said_in_one_line_with_the_setting_to_change() {
        assertThatThrownBy(() -> new WebWorld(world.server.port(), Optional.empty()))
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining(Integer.toString(world.server.port()))
                .hasMessageContaining("READBACK_PORT")
                .extracting(failure -> ((CannotListen) failure).code())
                .isEqualTo("port_in_use");
    }

    @Test
    void an_address_that_is_not_this_machines_is_said_with_the_setting_to_change() {
        WebSettings elsewhere = new WebSettings(
                "192.0.2.1", 0, WebWorld.TOKEN, Optional.empty(), Optional.empty(), "test", WebSettings.HEARTBEAT);
        assertThatThrownBy(() -> WebServer.start(elsewhere, world.services()))
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("READBACK_HOST");
    }

    private static String ask(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    private HttpResponse<String> login(String code) {
        return login(world, code);
    }

    private static HttpResponse<String> login(WebWorld world, String code) {
        return world.send(HttpRequest.newBuilder(world.at("/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"code\": \"" + code + "\"}")));
    }

    private HttpRequest.Builder posting(String path, String json) {
        return HttpRequest.newBuilder(world.at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder fromPage(String path, String json) {
        return posting(path, json).header("Origin", world.at("").toString());
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}
