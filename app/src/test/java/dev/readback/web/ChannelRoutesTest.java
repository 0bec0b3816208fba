package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Notice;
import dev.readback.execution.Notice.Kind;
import dev.readback.notify.ChannelStanding;
import dev.readback.notify.Incoming;
import dev.readback.notify.NotifyStanding;
import dev.readback.notify.Undelivered;
import dev.readback.notify.WhatsAppHook;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ChannelRoutesTest {

    private static final String CALL = """
            {"object": "whatsapp_business_account", "entry": [{"id": "8", "changes": [{"field": "messages", "value": {
              "messaging_product": "whatsapp",
              "metadata": {"display_phone_number": "15550783881", "phone_number_id": "1234"},
              "contacts": [{"profile": {"name": "P"}, "wa_id": "15555550123"}],
              "messages": [{"context": {"from": "15550783881", "id": "wamid.ours"}, "from": "15555550123",
                "id": "wamid.theirs", "timestamp": "1767225600", "text": {"body": "nö"}, "type": "text"},
                {"from": "15555550123", "id": "wamid.thumb", "type": "reaction",
                "reaction": {"message_id": "wamid.ours", "emoji": "x"}}],
              "statuses": [{"id": "wamid.sent", "status": "delivered"},
                {"id": "wamid.lost", "status": "failed", "errors": [{"code": 131047, "title": "Re-engagement message"}]}]
            }}]}]}""";

    @AutoClose
    private final WebWorld world = new WebWorld();

    private static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder calling(String body, Optional<String> signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(world.at("/hooks/whatsapp"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        signature.ifPresent(it -> request.header("X-Hub-Signature-256", it));
        return request;
    }

    private HttpResponse<String> call(String body, String signature) {
        return world.send(calling(body, Optional.of(signature)));
    }

    @Test
    void what_whatsapp_signed_is_taken_without_a_login() {
        assertThat(call(CALL, signature(WebWorld.APP_SECRET, CALL)).statusCode())
                .isEqualTo(200);
        assertThat(world.received)
                .containsExactly(
                        new Incoming("whatsapp-cloud", "15555550123", "nö", Optional.of("wamid.ours"), "wamid.theirs"));
        assertThat(world.failed).containsExactly(new WhatsAppHook.Failed("wamid.lost", 131_047));
    }

    @Test
    void what_is_signed_wrongly_or_not_at_all_is_refused_and_nothing_of_it_is_taken() {
        String right = signature(WebWorld.APP_SECRET, CALL);
        List<String> wrong = List.of(
                signature("another secret", CALL),
                right.substring("sha256=".length()),
                right.toUpperCase(java.util.Locale.ROOT),
                right.substring(0, right.length() - 1),
                "sha256=",
                "");
        assertThat(wrong).allSatisfy(signature -> {
            HttpResponse<String> answer = call(CALL, signature);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(WebWorld.code(answer)).isEqualTo("wrong_signature");
        });
        assertThat(call(CALL + " ", right).statusCode()).isEqualTo(403);
        assertThat(world.send(calling(CALL, Optional.empty())).statusCode()).isEqualTo(403);
        assertThat(world.received).isEmpty();
        assertThat(world.failed).isEmpty();
    }

    @Test
    void what_is_said_to_another_number_of_the_account_is_not_for_us() {
        String other = CALL.replace("\"1234\"", "\"9999\"");
        assertThat(call(other, signature(WebWorld.APP_SECRET, other)).statusCode())
                .isEqualTo(200);
        assertThat(world.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{\"entry\": 3}",
                "{\"entry\": [{\"changes\": [{\"value\": {\"messages\": 1}}]}]}",
                "{\"entry\":[{\"changes\":[{\"value\":{\"metadata\":{\"phone_number_id\":\"1234\"},\"messages\":[7,{\"id\":{}}]}}]}]}"
            })
    void what_is_signed_and_makes_no_sense_harms_nobody(String body) {
        assertThat(call(body, signature(WebWorld.APP_SECRET, body)).statusCode())
                .isEqualTo(200);
        assertThat(world.received).isEmpty();
    }

    @Test
    void a_call_too_large_is_refused_before_it_is_looked_at() {
        String body = "x".repeat(300_000);
        assertThat(call(body, signature(WebWorld.APP_SECRET, body)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void host_and_origin_are_looked_at_all_the_same() {
        String right = signature(WebWorld.APP_SECRET, CALL);
        HttpResponse<String> page =
                world.send(calling(CALL, Optional.of(right)).header("Origin", "https://evil.example"));
        assertThat(WebWorld.code(page)).isEqualTo("foreign_origin");
        assertThat(
                        world.raw(
                                "POST /hooks/whatsapp HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(world.received).isEmpty();
    }

    @Test
    void the_address_is_registered_with_the_word_for_it() {
        String query = "/hooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        HttpResponse<String> right = world.send(HttpRequest.newBuilder(world.at(query + WebWorld.VERIFY_TOKEN)));
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158201444");
        assertThat(right.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(world.send(HttpRequest.newBuilder(world.at(query + "other"))).statusCode())
                .isEqualTo(403);
        assertThat(world.send(HttpRequest.newBuilder(world.at("/hooks/whatsapp")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void without_an_app_secret_there_is_no_such_address() {
        try (WebWorld bare = WebWorld.withoutWhatsApp()) {
            HttpRequest.Builder post =
                    HttpRequest.newBuilder(bare.at("/hooks/whatsapp")).POST(BodyPublishers.ofString(CALL));
            assertThat(bare.send(post).statusCode()).isEqualTo(404);
            assertThat(bare.send(HttpRequest.newBuilder(bare.at("/hooks/whatsapp")))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void only_the_hook_is_open() {
        assertThat(world.send(HttpRequest.newBuilder(world.at("/notifications")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(world.send(HttpRequest.newBuilder(world.at("/push/key"))).statusCode())
                .isEqualTo(401);
        assertThat(world.send(HttpRequest.newBuilder(world.at("/hooks/whatsapp/x")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(WebWorld.code(world.get("/push/key"))).isEqualTo("login_required");
        assertThat(WebWorld.code(world.post("/push/subscriptions", "{}"))).isEqualTo("login_required");
    }

    @Test
    void a_browser_that_is_logged_in_subscribes_and_leaves() {
        String login = login();
        HttpResponse<String> key =
                world.send(HttpRequest.newBuilder(world.at("/push/key")).header("Cookie", login));
        assertThat(WebWorld.json(key).get("key").stringValue()).isEqualTo("our key");
        String subscription = "{\"endpoint\": \"https://push.example.org/x\", \"p256dh\": \"" + point()
                + "\", \"auth\": \"" + text(new byte[16]) + "\"}";
        assertThat(world.send(fromPage("POST", login, subscription)).statusCode())
                .isEqualTo(204);
        assertThat(world.subscriptions).hasSize(1);
        HttpResponse<String> broken = world.send(fromPage("POST", login, subscription.replace(point(), "AAAA")));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("p256dh");
        assertThat(world.send(fromPage("DELETE", login, "{\"endpoint\": \"https://push.example.org/x\"}"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(world.subscriptions).isEmpty();
    }

    private HttpRequest.Builder fromPage(String method, String login, String body) {
        return HttpRequest.newBuilder(world.at("/push/subscriptions"))
                .header("Cookie", login)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private String login() {
        HttpRequest.Builder request = HttpRequest.newBuilder(world.at("/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"code\": \"" + world.codes.issue().text() + "\"}"));
        return world.send(request)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
    }

    private static String point() {
        byte[] point = new byte[65];
        point[0] = 4;
        return text(point);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void how_telling_stands_is_shown() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Notice notice = new Notice(
                UUID.randomUUID(),
                Kind.FAILED,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.empty(),
                "No space left.",
                Duration.ZERO,
                now);
        world.standing = new NotifyStanding(
                List.of(new ChannelStanding(
                        "webhook", ChannelStanding.State.FAILING, Optional.of(now), "It could not be reached.")),
                List.of(),
                List.of(new Undelivered(
                        notice, 2, Optional.of("webhook"), 24, Optional.empty(), "Tried for two hours.")));
        JsonNode shown = WebWorld.json(world.get("/notifications"));
        assertThat(shown.at("/channels/0/state").stringValue()).isEqualTo("failing");
        assertThat(shown.at("/waiting")).isEmpty();
        assertThat(shown.at("/given_up/0/kind").stringValue()).isEqualTo("failed");
        assertThat(shown.at("/given_up/0/why").stringValue()).isEqualTo("Tried for two hours.");
        assertThat(shown.at("/given_up/0/next_at").isNull()).isTrue();
    }
}
