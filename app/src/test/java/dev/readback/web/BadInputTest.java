package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BadInputTest {
    @AutoClose
    private final WebWorld world = new WebWorld();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "body       | {",
                "body       | ",
                "body       | []",
                "body       | \"words\"",
                "body       | {\"transcript\": \"x\"} {}",
                "body       | {\"transcript\": \"x\", \"transcript\": \"y\"}",
                "transcript | {}",
                "transcript | {\"transcript\": null}",
                "transcript | {\"transcript\": 5}",
                "transcript | {\"transcript\": \"  \"}",
                "transcript | {\"transcript\": []}",
                "transcript | {\"transcript\": [\" \"]}",
                "transcript | {\"transcript\": [\"x\", 5]}",
                "transcript | {\"transcript\": \"\\u0000\"}",
                "transcript | {\"transcript\": \"\\ud800\"}",
                "session_id | {\"transcript\": \"x\", \"session_id\": \"not-a-uuid\"}",
                "session_id | {\"transcript\": \"x\", \"session_id\": \"1-1-1-1-1\"}",
                "session_id | {\"transcript\": \"x\", \"session_id\": 7}",
                "host       | {\"transcript\": \"x\", \"host\": \" \"}",
                "host       | {\"transcript\": \"x\", \"host\": {}}",
                "dry_run    | {\"transcript\": \"x\", \"dry_run\": \"yes\"}"
            })
    void what_is_wrong_with_a_request_is_named(String field, String body) {
        HttpResponse<String> response = world.post("/execute", body == null ? "" : body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(WebWorld.code(response)).isEqualTo("bad_request");
        assertThat(WebWorld.json(response).get("field").stringValue()).isEqualTo(field);
        assertThat(world.executions.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"answer\": 1}", "{\"answer\": \" \"}", "{\"answer\": \"yes\", \"question_id\": \"x\"}"})
    void a_bad_answer_is_refused_and_the_question_stays_open(String body) {
        JsonNode asked = WebWorld.json(world.post("/execute", "{\"transcript\": \"run touch x\"}"));
        String session = asked.get("session_id").stringValue();
        assertThat(world.post("/resume/" + session, body).statusCode()).isEqualTo(400);
        assertThat(WebWorld.json(world.get("/context/" + session)).get("state").stringValue())
                .isEqualTo("waiting_for_input");
    }

    @Test
    void words_beyond_16_KiB_are_too_long() {
        HttpResponse<String> response =
                world.post("/execute", "{\"transcript\": \"" + "ä".repeat(8 * 1024 + 1) + "\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(WebWorld.json(response).get("detail").stringValue()).contains("longer than 16 KiB");
    }

    @ParameterizedTest
    @ValueSource(ints = {65 * 1024, 300 * 1024, 3 * 1024 * 1024})
    void a_huge_body_is_413_whether_its_length_is_told_or_not(int size) {
        String body = "{\"transcript\": \"" + "x".repeat(size) + "\"}";
        assertThat(WebWorld.code(world.post("/execute", body))).isEqualTo("body_too_large");
        var chunked = world.asProgram("/execute")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)));
        HttpResponse<String> response = world.send(chunked);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(WebWorld.code(response)).isEqualTo("body_too_large");
    }

    @Test
    void deep_nesting_is_bad_json_and_nothing_worse() {
        assertThat(world.post("/execute", "[".repeat(30_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_body_that_is_not_json_is_415() {
        var form = world.asProgram("/execute")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("transcript=x"));
        HttpResponse<String> response = world.send(form);
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(WebWorld.code(response)).isEqualTo("unsupported_media_type");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        var broken = world.asProgram("/execute")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {
                    '{', '"', 't', 'r', 'a', 'n', 's', 'c', 'r', 'i', 'p', 't', '"', ':', '"', (byte) 0xff, '"', '}'
                }));
        assertThat(world.send(broken).statusCode()).isEqualTo(400);
    }

    @Test
    void unknown_things_are_404_each_by_its_name() {
        String nobody = UUID.randomUUID().toString();
        assertThat(WebWorld.code(world.get("/context/" + nobody))).isEqualTo("session_not_found");
        assertThat(WebWorld.code(world.get("/sessions/" + nobody + "/history"))).isEqualTo("session_not_found");
        assertThat(WebWorld.code(world.get("/sessions/agent:main/history"))).isEqualTo("session_not_found");
        assertThat(WebWorld.code(world.post("/resume/" + nobody, "{\"answer\": \"yes\"}")))
                .isEqualTo("session_not_found");
        assertThat(WebWorld.code(world.post("/execute", "{\"transcript\": \"x\", \"session_id\": \"" + nobody + "\"}")))
                .isEqualTo("session_not_found");
        assertThat(WebWorld.code(world.get("/executions/" + nobody))).isEqualTo("execution_not_found");
        assertThat(WebWorld.code(world.post("/executions/" + nobody + "/cancel", "")))
                .isEqualTo("execution_not_found");
        assertThat(WebWorld.code(world.get("/memory/NONE.md"))).isEqualTo("file_not_found");
        assertThat(WebWorld.code(world.get("/nothing/here"))).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/context/x",
                "/executions/x",
                "/executions?limit=0",
                "/executions?limit=x",
                "/executions?state=sleeping",
                "/audit?from=-1",
                "/sessions?limit=99999999999999999999",
                "/memory/search"
            })
    void a_bad_address_is_400(String path) {
        assertThat(WebWorld.code(world.get(path))).isEqualTo("bad_request");
    }

    @Test
    void a_wrong_method_is_405() {
        HttpResponse<String> response = world.send(world.asProgram("/execute").DELETE());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(WebWorld.code(response)).isEqualTo("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/memory/%2e%2e%2fsecret", "/assets/..%5cx", "/a%00b"})
    void an_address_that_cannot_be_read_is_a_problem_too(String path) {
        String answer =
                world.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + WebWorld.TOKEN + "\r\n\r\n");
        assertThat(answer)
                .matches("(?s)HTTP/1.1 40[04] .*")
                .contains("application/problem+json")
                .doesNotContain("Jetty");
    }

    @Test
    void what_breaks_inside_shows_an_id_and_nothing_else() {
        HttpResponse<String> response = world.post("/execute", "{\"transcript\": \"break\"}");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(WebWorld.code(response)).isEqualTo("internal_error");
        assertThat(WebWorld.json(response).get("instance").stringValue()).startsWith("urn:uuid:");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x"})
    void an_idempotency_key_has_1_to_255_characters(String key) {
        String value = key.equals("x") ? "x".repeat(256) : key;
        HttpResponse<String> response =
                world.send(world.posting("/execute", "{\"transcript\": \"x\"}").header("Idempotency-Key", value));
        assertThat(WebWorld.json(response).get("field").stringValue()).isEqualTo("Idempotency-Key");
    }
}
