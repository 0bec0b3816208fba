package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.openclaw.wire.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A real OpenClaw with the scripted model, reached and commanded by system properties: {@code readback.interop.url} and {@code token}, and, where it may be
 * ended and started again, {@code readback.interop.kill} and {@code readback.interop.start}, each a line for bash; starting again keeps its state.
 */
final class RealGateway {

    private static final Duration READY = Duration.ofMinutes(4);

    private RealGateway() {}

    static String url() {
        return System.getProperty("readback.interop.url", "");
    }

    static String token() {
        return System.getProperty("readback.interop.token", "");
    }

    /** Whether it may be ended and started again. */
    static boolean ours() {
        return !command("start").isEmpty() && !command("kill").isEmpty();
    }

    static void kill() {
        carryOut(command("kill"));
    }

    static void startAgain() {
        carryOut(command("start"));
        awaitReady();
    }

    /** Starts it where it is down. */
    static void up() {
        if (!ready(readyz())) {
            startAgain();
        }
    }

    private static String command(String name) {
        return System.getProperty("readback.interop." + name, "");
    }

    private static void carryOut(String line) {
        try {
            Process process = new ProcessBuilder("bash", "-c", line)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor()).as(line).isZero();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        } catch (InterruptedException over) {
            throw new IllegalStateException(over);
        }
    }

    private static URI readyz() {
        return URI.create("http://" + Address.of(url()).name() + "/readyz");
    }

    private static void awaitReady() {
        URI ready = readyz();
        long until = System.nanoTime() + READY.toNanos();
        while (!ready(ready)) {
            assertThat(System.nanoTime()).as("it did not become ready").isLessThan(until);
        }
    }

    private static boolean ready(URI ready) {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Thread.sleep(200);
            return http.send(
                                    HttpRequest.newBuilder(ready)
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException over) {
            throw new IllegalStateException(over);
        }
    }
}
