package dev.readback.voice;

import dev.readback.execution.Milestones.Milestone;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device in a spoken conversation: its letters are read by one thread of its own, in the order in which they came. */
final class VoiceConnection implements VoiceSession {

    private static final Logger LOG = LoggerFactory.getLogger(VoiceConnection.class);
    private static final int BEHIND = 4_000;
    private static final long TICK_MS = 100;

    /** The runtime of the models wants more than the usual half megabyte. */
    private static final long STACK = 4L << 20;

    private final LinkedBlockingQueue<Letter> letters = new LinkedBlockingQueue<>(BEHIND);
    private final Consumer<VoiceConnection> ended;
    private final VoiceParts parts;
    private final Line line;
    private final Talk talk;
    private final Hands hands;
    private final Ears ears;
    private final Company company;
    private final Thread thread;
    private volatile boolean closed;

    /** What comes in: sound, or a signal, or the end. */
    private sealed interface Letter {
        record Sound(ByteBuffer frame) implements Letter {}

        record Of(Signal signal) implements Letter {}
    }

    VoiceConnection(Optional<UUID> session, Line line, VoiceParts parts, Consumer<VoiceConnection> ended) {
        this.parts = parts;
        this.line = line;
        this.ended = ended;
        this.talk = new Talk(session, parts.events().newest());
        this.ears = new Ears(parts, this::signal);
        this.company = new Company(parts.personas(), line, this::signal);
        this.hands = new Hands(session, parts, line, ears, company, this::signal);
        this.thread =
                Thread.ofPlatform().daemon().name("voice-", 0).stackSize(STACK).unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    @Override
    public void hear(ByteBuffer frame) {
        company.hear(frame);
        if (ears.want()) {
            put(new Letter.Sound(frame));
        }
    }

    @Override
    public void told(Told told) {
        if (told instanceof Told.Muted(boolean muted)) {
            company.mute(muted);
        }
        signal(new Signal.FromDevice(told));
    }

    void passed(UUID executionId, Milestone milestone, Instant at) {
        signal(new Signal.Passed(executionId, milestone, at));
    }

    private void signal(Signal signal) {
        put(new Letter.Of(signal));
    }

    private void put(Letter letter) {
        if (!closed && !letters.offer(letter)) {
            line.fail("This conversation fell too far behind.");
            close();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void live() {
        try {
            long ticked = System.nanoTime();
            while (!closed) {
                Letter letter = letters.poll(TICK_MS, TimeUnit.MILLISECONDS);
                if (letter != null) {
                    take(letter);
                }
                if (System.nanoTime() - ticked > TICK_MS * 1_000_000) {
                    ticked = System.nanoTime();
                    on(new Signal.Tick());
                }
            }
        } catch (InterruptedException e) {
            // The connection has ended.
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("A spoken conversation failed");
            line.fail("Something went wrong in this conversation.");
        } finally {
            closed = true;
            company.close();
            leave();
            hands.close();
            ears.close();
            ended.accept(this);
        }
    }

    /** What was heard until now is kept; nothing is sent any more. */
    private void leave() {
        try {
            talk.on(new Signal.Left(), parts.clock().instant()).stream()
                    .filter(Effect.Note.class::isInstance)
                    .forEach(hands::carryOut);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("The last words of a spoken conversation could not be kept");
        }
    }

    private void take(Letter letter) {
        switch (letter) {
            case Letter.Sound(ByteBuffer frame) -> ears.hear(frame, this::on);
            case Letter.Of(Signal.FromDevice(Told.Hello hello)) -> {
                ears.expect(hello.codec(), hello.rate());
                on(new Signal.FromDevice(company.expect(hello)));
            }
            case Letter.Of(Signal signal) -> on(signal);
        }
    }

    private void on(Signal signal) {
        talk.on(signal, parts.clock().instant()).forEach(hands::carryOut);
    }
}
