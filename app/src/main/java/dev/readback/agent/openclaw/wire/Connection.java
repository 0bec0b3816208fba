package dev.readback.agent.openclaw.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * One connection from its opening to its end. What the Gateway tells before we are let in waits until {@link #admit}. Numbered events that
 * come twice are passed on once.
 */
final class Connection implements Socket.Ear {

    /** What is of use to us, whatever a Gateway lists. */
    private static final Set<String> OURS = Set.of(
            "agent",
            "chat",
            "cron",
            "exec.approval.requested",
            "exec.approval.resolved",
            "question.requested",
            "question.resolved",
            "shutdown");

    private static final long BEFORE_WE_ARE_IN = 64 * 1024;

    private final Troubles troubles;
    private final Deliveries deliveries;
    private final NoiseLog noise;
    private final Pending pending = new Pending();
    private final Repeats repeats = new Repeats();
    private final CompletableFuture<JsonNode> challenge = new CompletableFuture<>();
    private final CompletableFuture<GatewayTrouble> end = new CompletableFuture<>();
    private final CompletableFuture<Socket> socket = new CompletableFuture<>();
    private final List<Runnable> early = new ArrayList<>();
    private volatile Optional<Heartbeat> heartbeat = Optional.empty();
    private volatile Optional<Greeting> greeting = Optional.empty();
    private boolean ended;

    Connection(Troubles troubles, Deliveries deliveries, NoiseLog noise) {
        this.troubles = troubles;
        this.deliveries = deliveries;
        this.noise = noise;
    }

    void over(Socket opened) {
        socket.complete(opened);
    }

    /** The first thing a Gateway says. */
    JsonNode challenge(Duration limit) throws InterruptedException {
        return get(challenge, limit, troubles.unreachable("it does not greet us as a Gateway does"));
    }

    /** Sends a call and waits for its first answer. */
    Frame.Answer ask(Call call, Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        Pending.Waiting begun = pending.begin(call);
        send(Frames.request(begun.id(), call.method(), call.params()), begun, limit);
        try {
            Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
            return get(begun.answer(), left, troubles.slow(call.method()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw troubles.slow(call.method());
        } finally {
            pending.abandon(begun);
        }
    }

    /** We are in: what it tells is passed on from here, after the news itself. */
    synchronized void admit(Greeting given, Duration pong) {
        greeting = Optional.of(given);
        heartbeat = Optional.of(new Heartbeat(given.tick(), pong, System.nanoTime()));
        deliveries.turn(new GatewayEvent.Connected(given.hello()));
        early.forEach(Runnable::run);
        early.clear();
    }

    /** Stays until the connection ends, seeing to it that it lives; why it ended. */
    GatewayTrouble live() throws InterruptedException {
        Heartbeat heart = heartbeat.orElseThrow();
        while (true) {
            Duration wait = switch (heart.next(System.nanoTime())) {
                case Heartbeat.Beat.Ping ping -> {
                    socket.join().ping();
                    yield Duration.ZERO;
                }
                case Heartbeat.Beat.Dead dead -> {
                    socket.join().end(4000, dead.why());
                    yield Duration.ZERO;
                }
                case Heartbeat.Beat.Wait some -> some.duration();
            };
            try {
                return end.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException alive) {
                // look again
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Ends it, politely where that takes no time. */
    void close() {
        if (socket.isDone()) {
            socket.join().close();
        }
    }

    @Override
    public void sign() {
        heartbeat.ifPresent(heart -> heart.heard(System.nanoTime()));
    }

    @Override
    public void pong() {
        heartbeat.ifPresent(Heartbeat::ponged);
    }

    @Override
    public void frame(String text) {
        sign();
        switch (Frames.read(text)) {
            case Frame.Answer answer -> answered(answer, text.length());
            case Frame.Event event -> told(event, text);
            case Frame.Noise garbage -> noise.count(garbage.kind());
        }
        sign();
    }

    @Override
    public void ended(int code, String why) {
        GatewayTrouble trouble =
                greeting.isPresent() ? troubles.closed(code, why) : troubles.closedAtTheDoor(code, why);
        synchronized (this) {
            ended = true;
            early.clear();
        }
        pending.lost(trouble);
        challenge.completeExceptionally(trouble);
        end.complete(trouble);
    }

    private void answered(Frame.Answer answer, int size) {
        switch (pending.answered(answer)) {
            case Pending.Taken.Expected expected -> {}
            case Pending.Taken.Second second -> deliver(second.finished(), size);
            case Pending.Taken.Unknown unknown -> noise.count("answer to nobody");
        }
    }

    private void told(Frame.Event event, String text) {
        if (event.name().equals("connect.challenge")) {
            challenge.complete(event.payload());
        } else if (repeats.repeated(event.seq(), text)) {
            noise.count("repeated event");
        } else if (!known(event.name())) {
            noise.count("unknown event");
        } else if (!event.name().equals("tick")) {
            deliver(new GatewayEvent.Told(event.name(), event.payload()), text.length());
        }
    }

    private boolean known(String name) {
        return OURS.contains(name)
                || name.equals("tick")
                || greeting.map(Greeting::events)
                        .filter(listed -> !listed.isEmpty())
                        .map(listed -> listed.contains(name))
                        .orElse(true);
    }

    private synchronized void deliver(GatewayEvent event, int size) {
        if (ended) {
            return;
        }
        if (greeting.isEmpty()) {
            early.add(() -> deliver(event, size));
        } else if (!deliveries.offer(event, size)) {
            ended = true;
            socket.join().end(4001, "we could not keep up with what it tells");
        }
    }

    private void send(String frame, Pending.Waiting begun, Duration limit) {
        try {
            fitting(frame);
            if (!socket.join().send(frame, limit)) {
                throw troubles.notConnected();
            }
        } catch (IOException failed) {
            pending.forget(begun);
            throw troubles.broken("a call could not be sent");
        } catch (GatewayTrouble unsent) {
            pending.forget(begun);
            throw unsent;
        }
    }

    /** The Gateway would hang up on a larger one. */
    private void fitting(String frame) {
        long largest = greeting.map(one -> one.hello().maxPayload()).orElse(BEFORE_WE_ARE_IN);
        if (frame.length() * 3L > largest) {
            long size = frame.getBytes(StandardCharsets.UTF_8).length;
            if (size > largest) {
                throw troubles.tooLarge(size, largest);
            }
        }
    }

    private static <T> T get(CompletableFuture<T> future, Duration limit, GatewayTrouble late)
            throws InterruptedException {
        try {
            return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException never) {
            throw late;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof GatewayTrouble trouble ? trouble : new IllegalStateException(failed);
        }
    }
}
