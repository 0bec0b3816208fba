package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The browser's side of a voice connection: what came, in order, as text; sound as its length, the end as code and reason. */
final class VoiceClient implements WebSocket.Listener, AutoCloseable {
    static final String HELLO = "{\"type\": \"hello\"}";
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private long sound;

    private VoiceClient(URI at, Consumer<WebSocket.Builder> with) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        with.accept(builder);
        socket = builder.buildAsync(at, this).join();
    }

    static VoiceClient open(WebWorld world, String query, Consumer<WebSocket.Builder> with) {
        return new VoiceClient(URI.create("ws://127.0.0.1:" + world.server.port() + "/voice" + query), with);
    }

    static VoiceClient asProgram(WebWorld world) {
        return asProgram(world, "");
    }

    static VoiceClient asProgram(WebWorld world, String query) {
        return open(world, query, builder -> builder.header("Authorization", "Bearer " + WebWorld.TOKEN));
    }

    VoiceClient send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    VoiceClient send(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    String next() throws InterruptedException {
        String next = came.poll(5, TimeUnit.SECONDS);
        assertThat(next).as("what comes next").isNotNull();
        return next == null ? "" : next;
    }

    /** What comes within a moment, where something does. */
    @Nullable
    String nextSoon() throws InterruptedException {
        return came.poll(300, TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            came.add(part.toString());
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        sound += data.remaining();
        if (last) {
            came.add(sound + " bytes");
            sound = 0;
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        came.add("closed " + statusCode + " " + reason);
        return CompletableFuture.completedFuture(reason);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        came.add("broken " + error);
    }

    void leave() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
