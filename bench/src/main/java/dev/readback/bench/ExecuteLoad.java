package dev.readback.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code POST /execute} "how full is the disk" through the whole stack of a running Readback: first one after the other, then from many callers at once.
 * Bounded in count and time; talks to loopback only.
 *
 * <p>Arguments: the READBACK_HOME of the running one, how many one after the other, how many callers, for how many seconds.
 */
public final class ExecuteLoad {

    private static final String BODY = "{\"transcript\": \"how full is the disk\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;

    private ExecuteLoad(Path home) throws IOException {
        String address = Files.readString(home.resolve("address")).strip();
        String token = Files.readString(home.resolve("token")).strip();
        if (!address.startsWith("http://127.0.0.1:")) {
            throw new IllegalArgumentException("only a Readback on loopback is measured, not " + address);
        }
        request = HttpRequest.newBuilder(URI.create(address + "/execute"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(BODY))
                .build();
    }

    /** Prints two lines: latencies in milliseconds, then the rate. */
    public static void main(String[] args) throws Exception {
        ExecuteLoad load = new ExecuteLoad(Path.of(args[0]));
        load.oneAfterTheOther(50);
        long[] nanos = load.oneAfterTheOther(Integer.parseInt(args[1]));
        System.out.printf(
                "one after the other: n=%d median %.1f ms, 95th percentile %.1f ms, slowest %.1f ms%n",
                nanos.length, at(nanos, 0.5), at(nanos, 0.95), at(nanos, 1));
        load.allAtOnce(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    private long[] oneAfterTheOther(int count) throws IOException, InterruptedException {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            ask();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private void allAtOnce(int callers, int seconds) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicLong slowest = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        callOnce(done, failed, slowest);
                    }
                });
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d callers at once for %.1f s: %.0f per second, %d failed, slowest %.0f ms%n",
                callers, took, done.get() / took, failed.get(), slowest.get() / 1e6);
    }

    private void callOnce(AtomicInteger done, AtomicInteger failed, AtomicLong slowest) {
        long begun = System.nanoTime();
        try {
            ask();
            done.incrementAndGet();
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
    }

    private void ask() throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200 || !response.body().contains("\"completed\"")) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(quantile * (sorted.length - 1)))] / 1e6;
    }
}
