package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.execution.EventLog;
import dev.readback.execution.EventLog.Numbered;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One open event stream. It listens first and then reads what it missed, and tells doubles by their numbers: so nothing is lost and nothing comes twice. A
 * reader that falls too far behind is let go; it comes back with the number it has seen and reads the rest from the log.
 */
final class EventStream {
    private static final int BEHIND = 10_000;
    private static final int PAGE = 500;
    private final EventLog log;
    private final Optional<UUID> session;
    private final Duration heartbeat;
    private final BooleanSupplier over;
    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>(BEHIND);
    private volatile boolean ended;
    private long seen;

    /**
     * @param after the number of the last event the reader has
     * @param over whether the reader may not read on
     */
    EventStream(EventLog log, Optional<UUID> session, long after, Duration heartbeat, BooleanSupplier over) {
        this.log = log;
        this.session = session;
        this.seen = after;
        this.heartbeat = heartbeat;
        this.over = over;
    }

    /** Writes until the reader goes away, falls too far behind, or the stream is ended. */
    void writeTo(HttpServletResponse response) throws IOException, InterruptedException {
        OutputStream out = response.getOutputStream();
        try (EventLog.Subscription _ = log.subscribe(this::offer)) {
            write(out, ": following\nretry: 1000\n\n");
            replay(out);
            follow(out);
        }
    }

    boolean follows(UUID sessionId) {
        return session.filter(sessionId::equals).isPresent();
    }

    void end() {
        ended = true;
        signals.offer(new Wake());
    }

    private void offer(Numbered event) {
        if (concerns(event) && !signals.offer(new Happened(event))) {
            ended = true;
        }
    }

    private void replay(OutputStream out) throws IOException {
        List<Numbered> missed;
        do {
            missed = log.after(seen, session, PAGE);
            for (Numbered event : missed) {
                send(out, event);
            }
        } while (missed.size() == PAGE && !ended);
    }

    private void follow(OutputStream out) throws IOException, InterruptedException {
        while (!ended && !over.getAsBoolean()) {
            switch (Optional.ofNullable(signals.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS))
                    .orElseGet(Wake::new)) {
                case Happened happened -> send(out, happened.event());
                case Wake wake -> write(out, ": still here\n\n");
            }
        }
    }

    private void send(OutputStream out, Numbered event) throws IOException {
        if (event.number() > seen) {
            write(out, EventText.of(event));
            seen = event.number();
        }
    }

    private boolean concerns(Numbered event) {
        return session.isEmpty() || session.get().equals(event.event().sessionId());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private sealed interface Signal {}

    private record Happened(Numbered event) implements Signal {}

    private record Wake() implements Signal {}
}
