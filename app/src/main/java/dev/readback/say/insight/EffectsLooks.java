package dev.readback.say.insight;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The glances for one sentence: each line is run once, those begun early side by side, and all of them within {@link #SPAN}. What is not seen
 * by then reads as nothing. For one thread.
 */
final class EffectsLooks implements AutoCloseable {

    static final Duration SPAN = Duration.ofSeconds(2);

    private static final int MOST_LINES = 16;
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final Glance glance;
    private final long end = System.nanoTime() + SPAN.toNanos();
    private final Map<String, FutureTask<Optional<String>>> begun = new HashMap<>();

    EffectsLooks(Glance glance) {
        this.glance = glance;
    }

    /** Begins lines whose output will be wanted. */
    void begin(String... lines) {
        for (String line : lines) {
            if (!begun.containsKey(line) && begun.size() < MOST_LINES && System.nanoTime() < end) {
                FutureTask<Optional<String>> look = new FutureTask<>(() -> glance.see(line));
                begun.put(line, look);
                Thread.ofVirtual().name("looking").start(look);
            }
        }
    }

    /** What the line printed; the empty text when nothing was seen. */
    String see(String line) {
        begin(line);
        FutureTask<Optional<String>> look = begun.get(line);
        return look == null ? "" : seen(look);
    }

    private String seen(FutureTask<Optional<String>> look) {
        try {
            String output = look.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .orElse("");
            return output.length() > MOST_CHARACTERS ? output.substring(0, MOST_CHARACTERS) : output;
        } catch (ExecutionException | TimeoutException nothing) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Ends what nobody waits for any more. */
    @Override
    public void close() {
        begun.values().forEach(look -> look.cancel(true));
    }
}
