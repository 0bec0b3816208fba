package dev.readback.agent.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs one short command line on this machine and gives what it printed: without input, in the environment and folder of a command, at most
 * {@link #TIMEOUT} long, the first 64 KiB, four at once. Whatever it started is ended with it, but for what
 * left its session and outlived it. Judges nothing. Thread-safe; a thread
 * interrupted meanwhile ends the line and stays interrupted.
 */
public final class LocalGlance {

    /** How long a line may take, waiting for its turn included. */
    public static final Duration TIMEOUT = Duration.ofMillis(1500);

    static final int MOST_BYTES = 64 * 1024;

    private static final int AT_ONCE = 4;

    private final LocalSettings settings;
    private final Duration timeout;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public LocalGlance(LocalSettings settings) {
        this(settings, TIMEOUT);
    }

    /** @param timeout instead of {@link #TIMEOUT} */
    public LocalGlance(LocalSettings settings, Duration timeout) {
        this.settings = settings;
        this.timeout = timeout;
    }

    /** What the line printed on standard output; empty when it failed, took too long or printed nothing. */
    public Optional<String> see(String line) {
        return inTurn(line, false);
    }

    /** Like {@link #see}, with what it printed on standard error where it stood. */
    public Optional<String> seeErrorsToo(String line) {
        return inTurn(line, true);
    }

    private Optional<String> inTurn(String line, boolean errors) {
        long end = System.nanoTime() + timeout.toNanos();
        try {
            if (!places.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            try {
                return look(line, errors, end);
            } finally {
                places.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException nothingSeen) {
            return Optional.empty();
        }
    }

    private Optional<String> look(String line, boolean errors, long end)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Optional<Path> setsid = Programs.find("setsid");
        Optional<Path> bash = Programs.find("bash");
        if (setsid.isEmpty() || bash.isEmpty()) {
            return Optional.empty();
        }
        Process process = start(setsid.get(), bash.get(), line, errors);
        try {
            byte[] printed = reading(process).get(left(end), TimeUnit.NANOSECONDS);
            boolean ended = printed.length == MOST_BYTES || process.waitFor(left(end), TimeUnit.NANOSECONDS);
            boolean well = ended && (process.isAlive() || process.exitValue() == 0 || printed.length == MOST_BYTES);
            return well ? text(printed) : Optional.empty();
        } finally {
            new LocalGlanceSession(process).end();
        }
    }

    private Process start(Path setsid, Path bash, String line, boolean errors) throws IOException {
        ProcessBuilder builder = RunnerScript.silent(
                new ProcessBuilder(setsid.toString(), bash.toString(), "--noprofile", "--norc", "-c", "--", line));
        builder.environment().putAll(CommandEnvironment.of(settings));
        // What is read by patterns must not be translated.
        builder.environment().put("LANG", "C");
        builder.environment().put("LC_ALL", "C");
        return builder.directory(settings.home().toFile())
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .redirectErrorStream(errors)
                .start();
    }

    private static CompletableFuture<byte[]> reading(Process process) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        InputStream output = process.getInputStream();
        Thread.ofVirtual().name("glance").start(() -> {
            try {
                read.complete(output.readNBytes(MOST_BYTES));
            } catch (IOException ended) {
                read.completeExceptionally(ended);
            }
        });
        return read;
    }

    private static Optional<String> text(byte[] printed) {
        String text = new String(printed, StandardCharsets.UTF_8);
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static long left(long end) {
        return Math.max(0, end - System.nanoTime());
    }
}
