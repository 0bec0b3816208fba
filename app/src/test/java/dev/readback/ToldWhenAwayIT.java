package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole of it, with a webhook set up, nobody at the page, and a kill in the middle of telling. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ToldWhenAwayIT {

    @TempDir
    Path folder;

    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private volatile boolean silent = true;
    private HttpServer webhook;

    @BeforeEach
    void listen() throws Exception {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        webhook.createContext("/", exchange -> {
            told.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            awaitWhileSilent();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.start();
    }

    @AfterEach
    void stop() {
        silence.countDown();
        webhook.stop(0);
    }

    private void awaitWhileSilent() {
        try {
            if (silent) {
                silence.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_question_nobody_saw_is_told_and_told_again_as_the_same_after_a_kill_and_then_no_more() throws Exception {
        Path home = folder.resolve("home");
        String secret = "/hook-" + System.nanoTime();
        Map<String, String> environment = Map.of(
                "NOTIFY_WEBHOOK_URL", "http://127.0.0.1:" + webhook.getAddress().getPort() + secret);
        JsonNode asked;
        JsonNode first;
        try (ChildReadback readback = ChildReadback.start(home, environment)) {
            asked = readback.post("/execute", Map.of("transcript", "run mkdir " + folder.resolve("made")), 10);
            first = told.poll(60, TimeUnit.SECONDS);
            readback.kill();
        }
        silent = false;
        try (ChildReadback readback = ChildReadback.start(home, environment)) {
            JsonNode again = told.poll(30, TimeUnit.SECONDS);
            assertThat(again.get("id")).isEqualTo(first.get("id"));
            assertThat(again.get("title").stringValue()).isEqualTo("Readback asks");
            assertThat(again.at("/notices/0/question_id")).isEqualTo(asked.at("/question/id"));
            assertThat(again.get("link").stringValue())
                    .contains(asked.get("session_id").stringValue());
            assertThat(told.poll(8, TimeUnit.SECONDS)).isNull();
            JsonNode standing = readback.get("/notifications");
            assertThat(standing.at("/channels/0/state").stringValue()).isEqualTo("ok");
            assertThat(standing.get("waiting")).isEmpty();
            assertThat(standing.get("given_up")).isEmpty();
        }
        assertThat(folder.resolve("home.log")).content().doesNotContain(secret);
        assertThat(home.resolve("push-key")).doesNotExist();
    }
}
