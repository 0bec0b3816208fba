package dev.readback.cli;

import dev.readback.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows a session's events on a thread of its own for as long as it is open; comes back by itself with the number it has seen, so that nothing is missed.
 * The events wait until they are asked for.
 */
final class EventFollower implements AutoCloseable {

    private static final long SOONEST_MILLIS = 300;
    private static final long LATEST_MILLIS = 5_000;

    private final Client client;
    private final String session;
    private final LinkedBlockingQueue<StreamedEvent> events = new LinkedBlockingQueue<>();
    private final JsonMapper json = JsonMapper.shared();
    private final Thread thread;
    private volatile boolean lost;
    private volatile boolean closed;
    private long seen;
    private String name = "";

    /** @param seen the number of the last event that is known; 0 for all there are */
    EventFollower(Client client, String session, long seen) {
        this.client = client;
        this.session = session;
        this.seen = seen;
        this.thread = Thread.ofVirtual().name("events").start(this::follow);
    }

    /** The next event; empty when none comes in time. */
    Optional<StreamedEvent> next(Duration atMost) {
        try {
            return Optional.ofNullable(events.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether the stream is cut, for now. */
    boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void follow() {
        long wait = SOONEST_MILLIS;
        while (!closed) {
            try (InputStream stream = client.events(session, seen)) {
                wait = SOONEST_MILLIS;
                lost = false;
                read(stream);
            } catch (IOException | UncheckedIOException | Failure | JacksonException e) {
                lost = true;
            } catch (InterruptedException e) {
                return;
            }
            lost = true;
            if (closed || !slept(wait)) {
                return;
            }
            wait = Math.min(wait * 2, LATEST_MILLIS);
        }
    }

    private void read(InputStream stream) throws IOException {
        byte[] piece = new byte[8192];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
            for (int i = 0; i < count; i++) {
                if (piece[i] == '\n') {
                    line(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(piece[i]);
                }
            }
        }
    }

    private void line(String line) {
        if (line.startsWith("id: ")) {
            seen = Long.parseLong(line.substring(4));
        } else if (line.startsWith("event: ")) {
            name = line.substring(7);
        } else if (line.startsWith("data: ")) {
            events.add(new StreamedEvent(name, json.readTree(line.substring(6))));
        }
    }

    private static boolean slept(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
