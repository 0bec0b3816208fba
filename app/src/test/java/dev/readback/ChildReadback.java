package dev.readback;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Readback in a JVM of its own, to be talked to over HTTP and to be killed. */
public final class ChildReadback implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final String address;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    private ChildReadback(Process process, String address, String token) {
        this.process = process;
        this.address = address;
        this.token = token;
    }

    /** Starts one on a home folder and a free port; returns when it answers. */
    public static ChildReadback start(Path home) throws IOException, InterruptedException {
        return start(home, Map.of());
    }

    /** Starts one with more in its environment. */
    public static ChildReadback start(Path home, Map<String, String> environment)
            throws IOException, InterruptedException {
        Files.deleteIfExists(home.resolve("address"));
        Process process = process(home, home.resolveSibling(home.getFileName() + ".log"), environment);
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.exists(home.resolve("address"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("Readback did not start: "
                        + Files.readString(home.resolveSibling(home.getFileName() + ".log")));
            }
            Thread.sleep(20);
        }
        return new ChildReadback(
                process,
                Files.readString(home.resolve("address")).strip(),
                Files.readString(home.resolve("token")).strip());
    }

    /** The process alone, for starts that are to fail; {@code more} may name another port. */
    static Process process(Path home, Path log, Map<String, String> environment, String... more) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.readback.cli.Main",
                "serve",
                "--home",
                home.toString(),
                "--port",
                more.length == 0 ? "0" : more[1]));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return read(http.send(request(path).GET().build(), BodyHandlers.ofString()));
    }

    public JsonNode post(String path, Map<String, ?> body, int waitSeconds) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=" + waitSeconds)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return read(http.send(request, BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 400) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
