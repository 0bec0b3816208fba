package dev.readback.intent.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * HTTP for langchain4j: on the calling thread, which may be interrupted to break a call off; of a response no more than the bound is
 * read, of a refusal nothing. Follows no redirects, so that the key goes nowhere else. Thread-safe.
 */
final class BoundedHttp implements HttpClient, AutoCloseable {

    private final java.net.http.HttpClient http;
    private final Limits limits;

    BoundedHttp(Limits limits) {
        this.limits = limits;
        this.http = java.net.http.HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** Not used: answers are streamed. */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("answers are streamed");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = http.send(ours(request), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                read(response, body, parser, listener);
            }
        } catch (IOException e) {
            listener.onError(CallFailure.unreachable());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(CallFailure.stopped());
        }
    }

    private void read(
            HttpResponse<InputStream> response,
            InputStream body,
            ServerSentEventParser parser,
            ServerSentEventListener listener)
            throws IOException {
        if (response.statusCode() / 100 != 2) {
            listener.onError(CallFailure.status(response.statusCode(), retryAfter(response)));
        } else if (!header(response, "content-type").orElse("").contains("event-stream")) {
            listener.onError(CallFailure.odd());
        } else {
            boolean packed = header(response, "content-encoding").orElse("").equals("gzip");
            InputStream plain = packed ? new GZIPInputStream(body) : body;
            listener.onOpen(SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .build());
            parser.parse(new BoundedStream(plain, limits.wire()), listener);
            listener.onClose();
        }
    }

    private java.net.http.HttpRequest ours(HttpRequest request) {
        java.net.http.HttpRequest.Builder ours = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(limits.whole())
                .POST(BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> ours.header(name, value)));
        return ours.build();
    }

    private static Optional<String> header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name);
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return header(response, "retry-after")
                .filter(value -> value.matches("\\d{1,5}(\\.\\d{1,3})?"))
                .map(value -> Duration.ofMillis(Math.round(Double.parseDouble(value) * 1_000)));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
