package dev.readback.agent.openclaw;

import dev.readback.agent.Asker;
import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The questions a run puts to the person, one after the other. The waiting is done on a thread of its own; what is to be done with an answer is done on the
 * run's, by {@link #answered}.
 */
final class Asks implements AutoCloseable {

    private final Asker asker;
    private final Consumer<RunSignal> signals;
    private final InstantSource clock;
    private final Deque<Put> waiting = new ArrayDeque<>();
    private Optional<Put> open = Optional.empty();
    private Optional<Thread> thread = Optional.empty();
    private Instant since = Instant.EPOCH;
    private Duration waited = Duration.ZERO;

    private record Put(Ask ask, Consumer<Reply> then) {}

    Asks(Asker asker, Consumer<RunSignal> signals, InstantSource clock) {
        this.asker = asker;
        this.signals = signals;
        this.clock = clock;
    }

    /** Puts a question, now or when those before it are answered; one that is put or waits already is not put again. */
    void put(Ask ask, Consumer<Reply> then) {
        if (!has(ask.key())) {
            waiting.add(new Put(ask, then));
            next();
        }
    }

    /** Takes a question back. What was to be done with its answer is not done. */
    void withdraw(String key) {
        waiting.removeIf(put -> put.ask().key().equals(key));
        if (open.filter(put -> put.ask().key().equals(key)).isPresent()) {
            close(false);
            asker.withdraw(key);
            next();
        }
    }

    /** Takes all of them back. */
    void withdrawAll() {
        keysStarting("").reversed().forEach(this::withdraw);
    }

    /** Does what is to be done with an answer; one to a question that was taken back is dropped. */
    void answered(RunSignal.Answered answer) {
        Optional<Put> put = open.filter(asked -> asked.ask().key().equals(answer.key()));
        if (put.isPresent()) {
            close(false);
            put.get().then().accept(answer.reply());
            next();
        }
    }

    /** The keys of what is put or waits that begin so. */
    List<String> keysStarting(String beginning) {
        return Stream.concat(open.stream(), waiting.stream())
                .map(put -> put.ask().key())
                .filter(key -> key.startsWith(beginning))
                .toList();
    }

    boolean has(String key) {
        return open.filter(put -> put.ask().key().equals(key)).isPresent()
                || waiting.stream().anyMatch(put -> put.ask().key().equals(key));
    }

    boolean asking() {
        return open.isPresent();
    }

    /** How long it has been the person's turn so far. */
    Duration waited() {
        return asking() ? waited.plus(Duration.between(since, clock.instant())) : waited;
    }

    /** Nobody waits for answers any more; what is open stays open for whoever takes the run up. */
    @Override
    public void close() {
        waiting.clear();
        close(true);
    }

    private void close(boolean leaving) {
        if (open.isPresent()) {
            waited = waited();
        }
        open = Optional.empty();
        if (leaving) {
            thread.ifPresent(Thread::interrupt);
        }
        thread = Optional.empty();
    }

    private void next() {
        if (open.isEmpty() && !waiting.isEmpty()) {
            Put put = waiting.remove();
            open = Optional.of(put);
            since = clock.instant();
            thread = Optional.of(Thread.ofVirtual().name("gateway-asks").start(() -> ask(put.ask())));
        }
    }

    private void ask(Ask ask) {
        try {
            signals.accept(new RunSignal.Answered(ask.key(), asker.ask(ask)));
        } catch (RuntimeException leaving) {
            // We are being closed: the question stays open, and whoever takes the run up asks again with the same key.
            if (!Thread.currentThread().isInterrupted()) {
                signals.accept(new RunSignal.Answered(ask.key(), new Reply.Expired()));
            }
        }
    }
}
