package dev.readback.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Readback with a real Gateway: how long the list of sessions takes, what Readback itself adds to a run, and what becomes of many requests at once. The first argument
 * is the launcher, the second a folder for the home; GATEWAY_URL and GATEWAY_TOKEN name a Gateway on this machine that gives work only with our word. Its model
 * should be a scripted one: each request here is a run of it.
 */
public final class GatewayLoad {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RUNS = 40;
    private static final int LISTS = 200;
    private static final int CALLERS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    private GatewayLoad(Path home) throws IOException {
        address = Files.readString(home.resolve("address")).strip();
        token = Files.readString(home.resolve("token")).strip();
    }

    public static void main(String[] args) throws Exception {
        URI gateway = URI.create(System.getenv("GATEWAY_URL"));
        Path home = Path.of(args[1]);
        try (Tap tap = new Tap(gateway.getHost(), gateway.getPort())) {
            ProcessBuilder builder = new ProcessBuilder(args[0], "serve", "--home", home.toString(), "--port", "0");
            builder.environment().put("GATEWAY_URL", "ws://127.0.0.1:" + tap.port());
            Process readback = builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve("serve.log").toFile())
                    .start();
            try {
                awaitAddress(home, readback);
                GatewayLoad load = new GatewayLoad(home);
                load.awaitGateway();
                load.share(tap);
                load.lists();
                load.manyAtOnce();
            } finally {
                readback.descendants().forEach(ProcessHandle::destroy);
                readback.destroy();
                readback.waitFor();
            }
        }
    }

    private static void awaitAddress(Path home, Process readback) throws InterruptedException {
        while (!Files.exists(home.resolve("address"))) {
            if (!readback.isAlive()) {
                throw new IllegalStateException("Readback did not start; see " + home.resolve("serve.log"));
            }
            Thread.sleep(50);
        }
    }

    /** Until it gives work to the Gateway. */
    private void awaitGateway() throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            boolean ready = get("/settings")
                    .path("parts")
                    .valueStream()
                    .anyMatch(part -> part.path("name").asString("").contains("127.0.0.1:")
                            && part.path("state").asString("").equals("ok"));
            if (ready) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException(
                "The Gateway gets no work: " + get("/settings").path("parts"));
    }

    /** From the call to the first byte towards the Gateway, and from the end of the turn to our answer. */
    private void share(Tap tap) throws IOException, InterruptedException {
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        String session = "";
        for (int i = 0; i < RUNS + 5; i++) {
            tap.clear();
            long begun = System.nanoTime();
            JsonNode answer = execute("ask the agent to say hello number " + i, session, 60);
            long ended = System.nanoTime();
            session = answer.path("session_id").asString("");
            require(answer);
            if (i >= 5 && tap.endCame() > 0) {
                before.add((tap.firstSent() - begun) / 1e6);
                after.add((ended - tap.endCame()) / 1e6);
                whole.add((ended - begun) / 1e6);
            }
        }
        List<Double> own = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            own.add(before.get(i) + after.get(i));
        }
        System.out.printf(
                "a run: n=%d whole median %.0f ms; ours: before it %.1f ms, after it %.1f ms, together median %.1f ms, 95 %% within %.1f ms%n",
                own.size(), at(whole, 0.5), at(before, 0.5), at(after, 0.5), at(own, 0.5), at(own, 0.95));
    }

    private void lists() throws IOException, InterruptedException {
        List<Double> took = new ArrayList<>();
        int listed = 0;
        for (int i = 0; i < LISTS; i++) {
            long begun = System.nanoTime();
            listed = get("/sessions?limit=30").path("sessions").size();
            took.add((System.nanoTime() - begun) / 1e6);
        }
        System.out.printf(
                "GET /sessions, %d listed: n=%d median %.1f ms, 95 %% within %.1f ms%n",
                listed, took.size(), at(took, 0.5), at(took, 0.95));
    }

    private void manyAtOnce() throws Exception {
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime();
        List<Double> took = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Double>> all = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                String words = "ask the agent to say hello caller " + i;
                all.add(threads.submit(() -> settled(words, failed)));
            }
            for (Future<Double> one : all) {
                took.add(one.get());
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d at once: %.1f s, %.1f runs per second, %d failed, slowest %.1f s%n",
                CALLERS, seconds, CALLERS / seconds, failed.get(), at(took, 1) / 1e3);
    }

    private double settled(String words, AtomicInteger failed) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        JsonNode answer = execute(words, "", 0);
        String id = answer.path("execution_id").asString("");
        while (answer.path("state").asString("").matches("pending|running")) {
            Thread.sleep(250);
            answer = get("/executions/" + id);
        }
        if (!answer.path("state").asString("").equals("completed")) {
            failed.incrementAndGet();
            System.out.println("  " + answer.path("state").asString("") + ": "
                    + answer.path("say").asString(""));
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private JsonNode execute(String words, String session, int wait) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("transcript", words);
        if (!session.isEmpty()) {
            body.put("session_id", session);
        }
        HttpRequest request = request("/execute")
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=" + wait)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(request(path).GET().build(), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + token);
    }

    private static void require(JsonNode answer) {
        if (!answer.path("state").asString("").equals("completed")) {
            throw new IllegalStateException("not completed: " + answer);
        }
    }

    private static double at(List<Double> values, double quantile) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(quantile * (sorted.length - 1))];
    }
}
