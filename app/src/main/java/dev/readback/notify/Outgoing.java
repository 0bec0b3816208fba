package dev.readback.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.failure.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one HTTP client of all channels: some seconds for all of a call, no redirects, answers of at most 64 KiB, no addresses in what it says went wrong.
 * Thread-safe.
 */
public final class Outgoing implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ALL = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 64 * 1024;

    private final HttpClient client;
    private final Duration patience;

    public Outgoing() {
        this(ALL);
    }

    Outgoing(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** What came back. */
    record Answer(int status, String body, Optional<Duration> retryAfter) {}

    /** Nothing came back, or not in time. Whether the call arrived is not known. */
    static final class Unreachable extends Failure {
        Unreachable(String sentence, Throwable cause) {
            super("channel_unreachable", sentence, cause);
        }
    }

    Answer postJson(URI address, Map<String, String> headers, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json, UTF_8));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** @throws Unreachable where nothing comes back */
    Answer send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> response = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), new String(response.body(), UTF_8), retryAfter(response));
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new Unreachable("It did not answer in time.", e);
        } catch (ExecutionException e) {
            throw new Unreachable("It could not be reached.", e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unreachable("Readback is shutting down.", e);
        }
    }

    /** In seconds only; a date would need their clock to be ours. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
