package dev.readback.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection to {@code /voice}. What comes in is kept with the moment at which it came; what goes out is sent by one thread. */
final class Conversation implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<Came> came = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    /**
     * A message.
     *
     * @param at by {@link System#nanoTime}
     * @param bytes of sound; 0 for text
     * @param json missing for sound
     */
    record Came(long at, int bytes, JsonNode json) {

        String type() {
            return json.path("type").asString("");
        }
    }

    Conversation(HttpClient http, URI address, String token) {
        socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(address, new Listening(came))
                .join();
        tell("{\"type\":\"hello\",\"codec\":\"pcm16\",\"rate\":16000,\"heard_up_to\":null,\"speaker\":\"server\","
                + "\"voice\":null,\"pace\":1.0,\"hands_free\":true}");
    }

    void tell(String json) {
        socket.sendText(json, true)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    void sound(ByteBuffer pcm) {
        socket.sendBinary(pcm, true)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    Optional<Came> next() {
        return Optional.ofNullable(came.poll());
    }

    /** The next message, waited for. */
    Optional<Came> await(Duration patience) throws InterruptedException {
        return Optional.ofNullable(came.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        try {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (RuntimeException gone) {
            // Then it is closed.
        }
        socket.abort();
    }

    private static final class Listening implements WebSocket.Listener {

        private final BlockingQueue<Came> came;
        private final StringBuilder text = new StringBuilder();
        private int bytes;

        Listening(BlockingQueue<Came> came) {
            this.came = came;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            long now = System.nanoTime();
            text.append(data);
            if (last) {
                came.add(new Came(now, 0, JsonMapper.shared().readTree(text.toString())));
                text.setLength(0);
            }
            socket.request(1);
            return done();
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            long now = System.nanoTime();
            bytes += data.remaining();
            if (last) {
                came.add(new Came(now, bytes, JsonMapper.shared().createObjectNode()));
                bytes = 0;
            }
            socket.request(1);
            return done();
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            came.add(new Came(
                    System.nanoTime(),
                    0,
                    JsonMapper.shared().createObjectNode().put("type", "closed").put("say", status + " " + reason)));
            return done();
        }

        private static CompletionStage<?> done() {
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }
    }
}
