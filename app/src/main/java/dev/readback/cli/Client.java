package dev.readback.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Readback over HTTP. */
final class Client {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(150);

    private final String address;
    private final String token;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();

    /** @param address such as {@code http://127.0.0.1:5000} */
    Client(String address, String token) {
        this(address, token, HttpClient.newBuilder());
    }

    private Client(String address, String token, HttpClient.Builder http) {
        this.address = address;
        this.token = token;
        this.http = http.connectTimeout(Duration.ofSeconds(2)).build();
    }

    /** Over HTTPS where the address says so, trusting the certificate in the file and no other. */
    static Client pinned(String address, String token, Path certificate) {
        if (!address.startsWith("https:")) {
            return new Client(address, token);
        }
        try {
            return new Client(address, token, HttpClient.newBuilder().sslContext(Pinned.to(certificate)));
        } catch (IOException e) {
            throw new Unreachable(address, e);
        }
    }

    boolean answers() {
        try {
            return http.send(
                                    request("/health/live")
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** @param waitSeconds how long the server may take before it answers that it is still at it */
    JsonNode post(String path, Map<String, ?> body, int waitSeconds) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=" + waitSeconds)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /**
     * A session's event stream, byte by byte as it comes: reading it as lines would hold back the newest until another follows.
     *
     * @param seen the number of the last event that is known; the stream begins with the next
     */
    InputStream events(String session, long seen) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/events?session_id=" + session))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(seen))
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("the event stream was answered with " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST_WAIT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = json.readTree(response.body().isBlank() ? "{}" : response.body());
            if (response.statusCode() >= 400) {
                throw new Refusal(response.statusCode(), body);
            }
            return body;
        } catch (IOException e) {
            throw new Unreachable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(address, e);
        }
    }
}
