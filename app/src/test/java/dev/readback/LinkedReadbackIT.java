package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Notice;
import dev.readback.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The link of a notice, from one process to the next. */
@Timeout(60)
class LinkedReadbackIT {
    @TempDir
    private Path folder;

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_link_made_before_a_restart_answers_after_it_and_is_nowhere_in_the_home() throws Exception {
        Path made = folder.resolve("made");
        Path home = folder.resolve("home");
        JsonNode asked;
        URI link;
        try (Readback before = Readback.start(Settings.in(home))) {
            asked = program(before, "/execute", "{\"transcript\": \"run mkdir " + made + "\"}");
            link = before.links().to(notice(asked));
            assertThat(link).isEqualTo(before.links().to(notice(asked)));
            assertThat(link.toString()).startsWith(before.address() + "/?session=");
        }
        try (Readback after = Readback.start(Settings.in(home))) {
            HttpResponse<String> opened = page(after, "/link", "", "{\"code\": \"" + link.getFragment() + "\"}");
            assertThat(opened.statusCode()).isEqualTo(200);
            String cookie =
                    opened.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            String session = asked.get("session_id").stringValue();
            client.send(
                    HttpRequest.newBuilder(URI.create(after.address() + "/context/" + session))
                            .header("Cookie", cookie)
                            .build(),
                    BodyHandlers.ofString());

            HttpResponse<String> answered = page(
                    after,
                    "/resume/" + session,
                    cookie,
                    "{\"answer\": \"yes\", \"question_id\": \""
                            + asked.get("question").get("id").stringValue() + "\"}");

            assertThat(JsonMapper.shared()
                            .readTree(answered.body())
                            .get("state")
                            .stringValue())
                    .isEqualTo("completed");
            assertThat(made).isDirectory();
            assertThat(program(after, "/audit?limit=100").toString())
                    .contains("\"by_link\":\"true\"")
                    .doesNotContain(link.getFragment());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("link-key"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> holds(file, link.getFragment().substring(0, 60)));
        }
    }

    private static Notice notice(JsonNode asked) {
        return new Notice(
                new UUID(0, 1),
                Notice.Kind.QUESTION,
                UUID.fromString(asked.get("session_id").stringValue()),
                UUID.fromString(asked.get("execution_id").stringValue()),
                Optional.of(UUID.fromString(asked.get("question").get("id").stringValue())),
                "It asks.",
                Duration.ZERO,
                Instant.parse(asked.get("question").get("expires_at").stringValue())
                        .minusSeconds(3600));
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private JsonNode program(Readback readback, String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(readback.address() + path))
                .header("Authorization", "Bearer " + readback.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return JsonMapper.shared()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private JsonNode program(Readback readback, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(readback.address() + path))
                .header("Authorization", "Bearer " + readback.token())
                .build();
        return JsonMapper.shared()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> page(Readback readback, String path, String cookie, String json) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(readback.address() + path))
                        .header("Cookie", cookie.isEmpty() ? "none=none" : cookie)
                        .header("Origin", readback.address())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }
}
