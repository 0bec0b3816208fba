package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.voice.Telling;
import dev.readback.voice.Told;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class VoiceTest {
    private static final VoiceLimits TIGHT =
            new VoiceLimits(2, Duration.ofMillis(400), Duration.ofMillis(100), Duration.ofMillis(600), 300_000);

    private static final String LAST = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @AutoClose
    private final WebWorld world = new WebWorld(TIGHT);

    @Test
    void text_and_sound_arrive_in_the_order_in_which_they_were_sent() throws Exception {
        UUID session = UUID.randomUUID();
        try (VoiceClient client = VoiceClient.asProgram(world, "?mode=talk&session=" + session)) {
            client.send(VoiceClient.HELLO)
                    .send(new byte[640])
                    .send("{\"type\": \"playing\", \"turn_id\": 4}")
                    .send(new byte[] {7, 0});
            assertThat(came()).isEqualTo("open " + session);
            assertThat(came()).isInstanceOf(Told.Hello.class);
            assertThat(came()).isEqualTo("640 bytes, first 0");
            assertThat(came()).isEqualTo(new Told.Playing(4));
            assertThat(came()).isEqualTo("2 bytes, first 7");
            client.leave();
            assertThat(came()).isEqualTo("closed");
        }
    }

    @Test
    void what_we_say_comes_in_order_and_then_the_reason_why_it_ends() throws Exception {
        try (VoiceClient client = greeted()) {
            for (int turn = 0; turn < 50; turn++) {
                world.voice.line.tell(new Telling.Say(turn, "word", 24_000));
                world.voice.line.sound(ByteBuffer.wrap(new byte[960 + turn]));
                world.voice.line.tell(new Telling.SaidAll(turn));
            }
            world.voice.line.close("It was nice.");
            world.voice.line.tell(new Telling.Hush(0));
            for (int turn = 0; turn < 50; turn++) {
                assertThat(client.next()).contains("\"say\"").contains(":" + turn + ",");
                assertThat(client.next()).isEqualTo((960 + turn) + " bytes");
                assertThat(client.next()).isEqualTo("{\"type\":\"said\",\"turn_id\":" + turn + "}");
            }
            assertThat(client.next()).isEqualTo("closed 1000 It was nice.");
            assertThat(came()).isEqualTo("closed");
        }
    }

    @Test
    void a_stranger_a_foreign_page_and_a_page_that_does_not_say_where_it_is_from_stay_out() {
        String cookie = cookie();
        refused(401, builder -> {});
        refused(401, builder -> builder.header("Accept", "text/html"));
        refused(401, builder -> builder.header("Origin", ours()));
        refused(403, builder -> builder.header("Cookie", cookie));
        refused(403, builder -> builder.header("Cookie", cookie).header("Origin", "http://evil.example"));
        refused(403, builder -> builder.header("Cookie", cookie).header("Origin", "null"));
        refused(
                403,
                builder -> builder.header("Authorization", "Bearer " + WebWorld.TOKEN)
                        .header("Origin", "http://127.0.0.1:1"));
        refused(
                403,
                builder -> builder.header("Cookie", cookie)
                        .header("Origin", ours())
                        .header("Sec-Fetch-Site", "cross-site"));
        assertThat(world.voice.came).isEmpty();
    }

    @Test
    void a_foreign_host_name_is_refused_here_too() {
        assertThat(world.raw(handshake("/voice", "evil.example") + LAST)).startsWith("HTTP/1.1 421 ");
    }

    @Test
    void another_path_is_no_way_in() {
        assertThat(world.raw(handshake("/sessions", "localhost") + LAST))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("Set-Cookie");
    }

    @Test
    void our_own_page_comes_in_by_its_cookie_and_is_out_when_it_logs_out() throws Exception {
        String cookie = cookie();
        try (VoiceClient page = asPage(cookie);
                VoiceClient program = VoiceClient.asProgram(world)) {
            page.send(VoiceClient.HELLO);
            program.send(VoiceClient.HELLO);
            came();
            world.send(HttpRequest.newBuilder(world.at("/logout"))
                    .header("Cookie", cookie)
                    .POST(BodyPublishers.noBody()));
            assertThat(page.next()).contains("logged_out");
            assertThat(page.next()).startsWith("closed 4001 ");
            assertThat(program.nextSoon()).isNull();
        }
    }

    @Test
    void what_is_not_understood_is_told_and_the_conversation_goes_on() throws Exception {
        try (VoiceClient client = greeted()) {
            client.send("{oops");
            assertThat(client.next())
                    .isEqualTo(
                            "{\"type\":\"error\",\"code\":\"bad_request\",\"say\":\"The message is not valid JSON (line 1).\"}");
            client.send("{\"type\": \"dance\"}");
            assertThat(client.next()).contains("There is no message of this type.");
            client.send(VoiceClient.HELLO);
            assertThat(client.next()).contains("hello was said already");
            client.send("{\"type\": \"text\", \"text\": \"break\"}");
            assertThat(client.next()).contains("internal_error").doesNotContain("inside of it");
            client.send("{\"type\": \"barge_in\", \"turn_id\": 1}");
            assertThat(came()).isEqualTo(new Told.BargeIn());
        }
    }

    @Test
    void who_says_nothing_of_ours_again_and_again_is_let_go() throws Exception {
        try (VoiceClient client = greeted()) {
            for (int i = 0; i < VoiceLimits.MISTAKES; i++) {
                client.send("?");
                assertThat(client.next()).contains("bad_request");
            }
            assertThat(client.next()).contains("mistakes");
            assertThat(client.next()).startsWith("closed 1008 ");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_comes_before_the_hello_is_not_listened_to(boolean sound) throws Exception {
        try (VoiceClient client = VoiceClient.asProgram(world)) {
            VoiceClient sent = sound ? client.send(new byte[640]) : client.send("{\"type\":\"mute\",\"muted\":true}");
            assertThat(sent.next()).contains("no_hello").contains("The first message must be a hello.");
            assertThat(client.next()).startsWith("closed 4000 ");
            assertThat(world.voice.came).isEmpty();
        }
    }

    @Test
    void who_never_greets_is_let_go() throws Exception {
        try (VoiceClient client = VoiceClient.asProgram(world)) {
            assertThat(client.next()).contains("no_hello");
            assertThat(client.next()).startsWith("closed 4000 ");
        }
    }

    @Test
    void what_is_too_large_is_told_and_ends_the_connection() throws Exception {
        try (VoiceClient client = greeted()) {
            client.send(new byte[VoiceLimits.SOUND]);
            came();
            client.send(new byte[VoiceLimits.SOUND + 1]);
            assertThat(client.next()).contains("too_large").contains("64 KiB");
            assertThat(client.next()).startsWith("closed 1009 ");
        }
        try (VoiceClient client = greeted()) {
            client.send("{\"type\": \"text\", \"text\": \"" + "ü".repeat(9_000) + "\"}");
            assertThat(client.next()).contains("too_large").contains("16 KiB");
            assertThat(client.next()).startsWith("closed 1009 ");
        }
    }

    @Test
    void a_session_that_is_not_there_is_told() throws Exception {
        try (VoiceClient client = VoiceClient.asProgram(world, "?session=" + ScriptedVoice.NOWHERE)) {
            client.send(VoiceClient.HELLO);
            assertThat(client.next()).contains("session_not_found");
            assertThat(client.next()).startsWith("closed 4004 ");
        }
        refused(400, "?session=7", builder -> builder.header("Authorization", "Bearer " + WebWorld.TOKEN));
        refused(400, "?mode=sing", builder -> builder.header("Authorization", "Bearer " + WebWorld.TOKEN));
    }

    @Test
    void only_so_many_may_talk_at_once_and_the_metrics_tell_how_many_do() throws Exception {
        try (VoiceClient one = greeted();
                VoiceClient two = greeted()) {
            assertThat(world.get("/metrics").body()).contains("readback_voice_connections 2.0");
            try (VoiceClient three = VoiceClient.asProgram(world)) {
                assertThat(three.next()).contains("too_many");
                assertThat(three.next()).startsWith("closed 1013 ");
            }
            one.leave();
            assertThat(came()).isEqualTo("closed");
            assertThat(two.nextSoon()).isNull();
        }
        try (VoiceClient again = greeted()) {
            assertThat(again.nextSoon()).isNull();
        }
    }

    @Test
    void one_that_only_answers_pings_stays() throws Exception {
        try (VoiceClient client = greeted()) {
            Thread.sleep(3 * TIGHT.silence().toMillis());
            client.send("{\"type\": \"barge_in\"}");
            assertThat(came()).isEqualTo(new Told.BargeIn());
        }
    }

    @Test
    void one_that_does_not_read_is_let_go_and_nobody_waits_for_it() throws Exception {
        try (RawVoice _ = new RawVoice(world)) {
            came();
            came();
            long begun = System.nanoTime();
            for (int i = 0; i < 4_000; i++) {
                world.voice.line.sound(ByteBuffer.wrap(new byte[4_096]));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(came()).isEqualTo("closed");
        }
    }

    @Test
    void one_that_is_gone_without_a_word_is_noticed() throws Exception {
        try (RawVoice _ = new RawVoice(world)) {
            came();
            came();
            assertThat(came()).isEqualTo("closed");
        }
    }

    @Test
    void stopping_tells_those_who_talk() throws Exception {
        try (WebWorld other = new WebWorld(TIGHT);
                VoiceClient client = VoiceClient.asProgram(other)) {
            client.send(VoiceClient.HELLO);
            other.voice.came.poll(5, TimeUnit.SECONDS);
            other.server.close();
            assertThat(client.next()).contains("stopping");
            assertThat(client.next()).startsWith("closed 1001 ");
        }
    }

    @Test
    void who_asks_for_it_without_a_websocket_is_told_how() {
        HttpResponse<String> response = world.get("/voice");
        assertThat(response.statusCode()).isEqualTo(426);
        assertThat(WebWorld.code(response)).isEqualTo("websocket_only");
    }

    @Test
    void the_page_may_connect_to_where_it_came_from_and_nowhere_else() {
        String policy = world.get("/health")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        String host = "127.0.0.1:" + world.server.port();
        assertThat(policy).contains("connect-src 'self' ws://" + host + " wss://" + host + ";");
        assertThat(world.raw("GET /health HTTP/1.1\r\nHost: evil.example;x\r\nConnection: close\r\n\r\n"))
                .doesNotContain("ws://");
    }

    private static String handshake(String path, String host) {
        return """
                GET %s HTTP/1.1
                Host: %s
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13
                Authorization: Bearer %s

                """.formatted(path, host, WebWorld.TOKEN).replace("\n", "\r\n");
    }

    private Object came() throws InterruptedException {
        Object next = world.voice.came.poll(8, TimeUnit.SECONDS);
        assertThat(next).as("what came").isNotNull();
        return next == null ? "" : next;
    }

    private VoiceClient greeted() throws InterruptedException {
        VoiceClient client = VoiceClient.asProgram(world);
        client.send(VoiceClient.HELLO);
        Object first = came();
        while (first.equals("closed")) {
            first = came();
        }
        assertThat(first).isEqualTo("open new");
        assertThat(came()).isInstanceOf(Told.Hello.class);
        return client;
    }

    private String ours() {
        return "http://127.0.0.1:" + world.server.port();
    }

    private VoiceClient asPage(String cookie) {
        return VoiceClient.open(
                world, "", builder -> builder.header("Cookie", cookie).header("Origin", ours()));
    }

    private void refused(int status, Consumer<WebSocket.Builder> with) {
        refused(status, "", with);
    }

    private void refused(int status, String query, Consumer<WebSocket.Builder> with) {
        assertThatThrownBy(() -> VoiceClient.open(world, query, with))
                .cause()
                .isInstanceOf(WebSocketHandshakeException.class)
                .extracting(refused ->
                        ((WebSocketHandshakeException) refused).getResponse().statusCode())
                .isEqualTo(status);
    }

    private String cookie() {
        HttpResponse<String> response = world.send(HttpRequest.newBuilder(world.at("/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"code\": \"" + world.codes.issue().text() + "\"}")));
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}
