package dev.readback.intent.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider of language models on this machine, speaking as Anthropic and OpenAI do on the wire: event streams cut at any byte, pings,
 * error events, refusals, and all that can go wrong on the way. Answers the calls in the order they were scripted; the last one stays.
 */
final class ModelServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What was asked. */
    record Call(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** How a call is answered. */
    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange, ModelServer server) throws IOException, InterruptedException;
    }

    ModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    ModelServer then(Answer... answers) {
        script.addAll(List.of(answers));
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    List<Call> calls() {
        return calls;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
            Answer answer = script.size() > 1 ? script.poll() : script.peek();
            if (answer != null) {
                answer.give(exchange, this);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    // What it can say.

    /** An Anthropic stream that calls the tool with {@code json}, its arguments cut into pieces of {@code piece} characters. */
    static List<String> anthropicTool(String tool, String json, int piece) {
        List<String> events = new ArrayList<>(List.of(
                event(
                        "message_start",
                        Map.of(
                                "type",
                                "message_start",
                                "message",
                                Map.of(
                                        "id",
                                        "msg_1",
                                        "type",
                                        "message",
                                        "role",
                                        "assistant",
                                        "model",
                                        "m",
                                        "content",
                                        List.of(),
                                        "usage",
                                        Map.of("input_tokens", 10, "output_tokens", 1)))),
                event(
                        "content_block_start",
                        Map.of(
                                "type",
                                "content_block_start",
                                "index",
                                0,
                                "content_block",
                                Map.of("type", "tool_use", "id", "toolu_1", "name", tool, "input", Map.of()))),
                event("ping", Map.of("type", "ping"))));
        for (String part : pieces(json, piece)) {
            events.add(event(
                    "content_block_delta",
                    Map.of(
                            "type",
                            "content_block_delta",
                            "index",
                            0,
                            "delta",
                            Map.of("type", "input_json_delta", "partial_json", part))));
        }
        events.addAll(anthropicEnd("tool_use"));
        return events;
    }

    static List<String> anthropicText(String text, int piece) {
        List<String> events = new ArrayList<>(List.of(
                event(
                        "message_start",
                        Map.of(
                                "type",
                                "message_start",
                                "message",
                                Map.of(
                                        "id",
                                        "msg_1",
                                        "type",
                                        "message",
                                        "role",
                                        "assistant",
                                        "model",
                                        "m",
                                        "content",
                                        List.of(),
                                        "usage",
                                        Map.of("input_tokens", 10, "output_tokens", 1)))),
                event(
                        "content_block_start",
                        Map.of(
                                "type",
                                "content_block_start",
                                "index",
                                0,
                                "content_block",
                                Map.of("type", "text", "text", "")))));
        for (String part : pieces(text, piece)) {
            events.add(event(
                    "content_block_delta",
                    Map.of(
                            "type",
                            "content_block_delta",
                            "index",
                            0,
                            "delta",
                            Map.of("type", "text_delta", "text", part))));
        }
        events.addAll(anthropicEnd("end_turn"));
        return events;
    }

    private static List<String> anthropicEnd(String reason) {
        return List.of(
                event("content_block_stop", Map.of("type", "content_block_stop", "index", 0)),
                event(
                        "message_delta",
                        Map.of(
                                "type",
                                "message_delta",
                                "delta",
                                Map.of("stop_reason", reason),
                                "usage",
                                Map.of("output_tokens", 20))),
                event("message_stop", Map.of("type", "message_stop")));
    }

    static List<String> anthropicError(String kind) {
        return List.of(event("error", Map.of("type", "error", "error", Map.of("type", kind, "message", "Overloaded"))));
    }

    /** An OpenAI stream that calls the tool with {@code json}, with keep-alive comments in between. */
    static List<String> openAiTool(String tool, String json, int piece) {
        List<String> events = new ArrayList<>();
        events.add(": keep-alive\n\n");
        events.add(chunk(
                Map.of(
                        "role",
                        "assistant",
                        "tool_calls",
                        List.of(Map.of(
                                "index",
                                0,
                                "id",
                                "call_1",
                                "type",
                                "function",
                                "function",
                                Map.of("name", tool, "arguments", "")))),
                ""));
        for (String part : pieces(json, piece)) {
            events.add(chunk(
                    Map.of("tool_calls", List.of(Map.of("index", 0, "function", Map.of("arguments", part)))), ""));
        }
        events.add(": keep-alive\n\n");
        events.add(chunk(Map.of(), "tool_calls"));
        events.add("data: [DONE]\n\n");
        return events;
    }

    static List<String> openAiText(String text, int piece) {
        List<String> events = new ArrayList<>();
        pieces(text, piece).forEach(part -> events.add(chunk(Map.of("content", part), "")));
        events.add(chunk(Map.of(), "stop"));
        events.add("data: [DONE]\n\n");
        return events;
    }

    private static String chunk(Map<String, Object> delta, String finish) {
        Map<String, Object> choice = new java.util.HashMap<>(Map.of("index", 0, "delta", delta));
        if (!finish.isEmpty()) {
            choice.put("finish_reason", finish);
        }
        return "data: "
                + JSON.writeValueAsString(Map.of(
                        "id",
                        "c1",
                        "object",
                        "chat.completion.chunk",
                        "created",
                        1,
                        "model",
                        "m",
                        "choices",
                        List.of(choice)))
                + "\n\n";
    }

    private static String event(String name, Map<String, Object> data) {
        return "event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
    }

    private static List<String> pieces(String text, int size) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += size) {
            pieces.add(text.substring(at, Math.min(text.length(), at + size)));
        }
        return pieces;
    }

    // How it says it.

    /** An event stream, flushed every {@code bytes} bytes wherever that falls. */
    static Answer stream(List<String> events, int bytes) {
        return (exchange, server) -> {
            OutputStream out = begun(exchange);
            byte[] all = String.join("", events).getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < all.length; at += bytes) {
                out.write(Arrays.copyOfRange(all, at, Math.min(all.length, at + bytes)));
                out.flush();
            }
        };
    }

    static Answer stream(List<String> events) {
        return stream(events, 1 << 16);
    }

    /** The beginning of a stream, and then nothing for as long as anybody listens. */
    static Answer hangsAfter(List<String> events, int most) {
        return (exchange, server) -> {
            OutputStream out = begun(exchange);
            out.write(String.join("", events.subList(0, most)).getBytes(StandardCharsets.UTF_8));
            out.flush();
            server.closing.await(20, TimeUnit.SECONDS);
        };
    }

    /** The beginning of a stream, and then the end of the connection. */
    static Answer breaksAfter(List<String> events, int most) {
        return (exchange, server) -> {
            OutputStream out = begun(exchange);
            out.write(String.join("", events.subList(0, most)).getBytes(StandardCharsets.UTF_8));
            out.flush();
        };
    }

    static Answer hangs() {
        return (exchange, server) -> server.closing.await(20, TimeUnit.SECONDS);
    }

    /** Nothing at all, and the end of the connection. */
    static Answer drops() {
        return (exchange, server) -> {};
    }

    static Answer refuses(int status, String body, String... headers) {
        return (exchange, server) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answer page() {
        return (exchange, server) -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>Please log in</html>".getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Words without end. */
    static Answer endless(List<String> events) {
        return (exchange, server) -> {
            OutputStream out = begun(exchange);
            Queue<String> left = new ArrayDeque<>(events);
            String last = events.getFirst();
            while (server.closing.getCount() > 0) {
                String next = left.poll();
                last = next == null ? last : next;
                out.write(last.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        };
    }

    private static OutputStream begun(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }
}
