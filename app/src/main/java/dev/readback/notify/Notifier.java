package dev.readback.notify;

import dev.readback.execution.Event;
import dev.readback.execution.EventLog;
import dev.readback.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the person: decides about what comes into the outbox and delivers it, on one virtual thread that sleeps until something happens or is due. All it
 * knows is in the outbox, so that the next start goes on where this one ended.
 */
public final class Notifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    /** Many things happen together, and none of them is told in less than seconds. */
    private static final Duration SETTLE = Duration.ofMillis(300);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    /** The clock of the wall may jump; sleeping follows another. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private static final Duration GIVEN_UP_SHOWN = Duration.ofDays(3);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final int MOST_SHOWN = 50;
    private static final Duration HELD = Duration.ofMinutes(3);

    private final NotifierParts parts;
    private final Health health = new Health();
    private final Semaphore news = new Semaphore(0);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("notify-", 0).factory());
    private final List<Runnable> ends = new ArrayList<>();
    private volatile boolean closed;

    public Notifier(NotifierParts parts) {
        this.parts = parts;
    }

    /** Begins, with what is left from before; called once. */
    public void start(Presence presence, EventLog events) {
        Deciding deciding = new Deciding(parts, presence);
        Delivering delivering = new Delivering(parts, health, threads, this::wake);
        EventLog.Subscription subscription = events.subscribe(event -> heard(event.event()));
        Thread thread = Thread.ofVirtual().name("notifier").start(() -> live(deciding, delivering));
        ends.addAll(List.of(subscription::close, () -> end(thread), deciding::forgetAll));
    }

    /** Something came into the outbox from elsewhere. */
    public void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** How telling the person stands. */
    public NotifyStanding standing() {
        Instant now = parts.clock().instant();
        return new NotifyStanding(
                parts.channels().get().stream()
                        .map(channel -> health.of(channel.name()))
                        .toList(),
                Stream.concat(held(now), parts.outbox().waiting().stream().map(Undelivered::waiting))
                        .toList(),
                parts.outbox().givenUp(now.minus(GIVEN_UP_SHOWN), MOST_SHOWN).stream()
                        .map(Undelivered::givenUp)
                        .toList());
    }

    private Stream<Undelivered> held(Instant now) {
        Optional<Instant> quiet = parts.wishes().quietUntil(now);
        String why = quiet.isPresent() ? "It waits for the end of the quiet hours." : "It waits for others.";
        return parts.outbox().undecided().stream()
                .filter(notice -> notice.at().plus(HELD).isBefore(now))
                .map(notice -> new Undelivered(notice, 0, Optional.empty(), 0, quiet, why));
    }

    private void heard(Event event) {
        switch (event) {
            case Event.Asked asked -> wake();
            case Event.StateChanged changed when changed.state().settled() -> wake();
            case Event.StateChanged _, Event.Said _, Event.Output _, Event.Progress _, Event.Closed _ -> {}
        }
    }

    private void live(Deciding deciding, Delivering delivering) {
        try {
            while (!closed) {
                sleep(round(deciding, delivering));
            }
        } catch (InterruptedException e) {
            LOG.debug("Closing; the next start goes on");
        }
    }

    private Optional<Instant> round(Deciding deciding, Delivering delivering) {
        Instant now = parts.clock().instant();
        try {
            Optional<Instant> look = deciding.round(now);
            Optional<Instant> due = delivering.round(now);
            return Stream.concat(look.stream(), due.stream()).min(Instant::compareTo);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("trouble", e instanceof Failure failure ? failure.code() : e.getClass())
                    .log("what is to be told could not be looked at; trying again");
            return Optional.of(now.plus(AFTER_TROUBLE));
        }
    }

    private void sleep(Optional<Instant> until) throws InterruptedException {
        if (until.isEmpty()) {
            news.acquire();
        } else {
            Duration left = Duration.between(parts.clock().instant(), until.get());
            Duration bounded = left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP;
            if (!news.tryAcquire(Math.max(0, bounded.toMillis()) + 1, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        Thread.sleep(SETTLE);
        news.drainPermits();
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts everything down where it stands. */
    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        ends.forEach(Runnable::run);
        ends.clear();
    }
}
