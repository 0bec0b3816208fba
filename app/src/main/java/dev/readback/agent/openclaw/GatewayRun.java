package dev.readback.agent.openclaw;

import dev.readback.agent.Asker;
import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Reply;
import dev.readback.agent.Assignment;
import dev.readback.agent.NeedInput;
import dev.readback.agent.Outcome;
import dev.readback.agent.Outcome.Output;
import dev.readback.agent.RunListener;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * One run at a Gateway: the task as a turn of its agent, and one more turn for each answer it needed. Confined to one thread, but for {@link #cancel}.
 */
final class GatewayRun implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final String RESTARTED = "The Gateway was restarted in the middle of this and went on by itself. ";

    private final Assignment assignment;
    private final Order order;
    private final Peer peer;
    private final Gateway gateway;
    private final String session;
    private final RunListener listener;
    private final InstantSource clock;
    private final Patience patience;
    private final BlockingQueue<RunSignal> signals = new LinkedBlockingQueue<>();
    private final Gateway.Subscription subscription;
    private final Asks asks;
    private final RunWatch watch;
    private final Instant began;
    private Duration queued = Duration.ZERO;
    private volatile boolean cancelled;

    GatewayRun(
            Assignment assignment,
            Peer peer,
            Function<String, Ruling> judge,
            RunListener listener,
            Asker asker,
            InstantSource clock,
            Patience patience) {
        this.assignment = assignment;
        this.order = Order.of(assignment.invocation());
        this.peer = peer;
        this.gateway = peer.gateway();
        this.session = SessionKey.of(assignment.sessionId());
        this.listener = listener;
        this.clock = clock;
        this.patience = patience;
        this.began = clock.instant();
        this.asks = new Asks(asker, signals::add, clock);
        this.watch = new RunWatch(gateway, session, judge, listener, asks, this::left);
        this.subscription = gateway.subscribe(this::heard);
    }

    /** Begins it, once. */
    Outcome run() throws InterruptedException {
        return converse(new TurnId(assignment.runId(), 0), order.message(), false);
    }

    /** Takes up one that was begun before a restart of ours; begins nothing but the next turn after an answer. */
    Outcome adopt() throws InterruptedException {
        Instant latest = clock.instant().plus(patience.away());
        while (!gateway.awaitConnected(LOOK_AGAIN)) {
            if (cancelled) {
                return new Outcome.Interrupted(
                        Output.NONE, "I could not reach the Gateway to stop it; whether it goes on is not known.");
            }
            if (clock.instant().isAfter(latest)) {
                return new Outcome.Interrupted(
                        Output.NONE, "The Gateway does not answer; what became of it there is not known.");
            }
        }
        return converse(latestTurn(), order.message(), true);
    }

    /** May be called from any thread, at any time, as often as one likes. */
    void cancel() {
        cancelled = true;
        peer.queue().lookAgain();
        signals.add(new RunSignal.Cancel());
    }

    /** Whether it looks after the approvals of a session. */
    boolean in(String key) {
        return session.equals(key);
    }

    @Override
    public void close() {
        subscription.close();
        asks.close();
    }

    private Outcome converse(TurnId first, String text, boolean sent) throws InterruptedException {
        TurnId turn = first;
        String message = text;
        boolean resumed = sent;
        while (true) {
            TurnEnd ended = turn(turn, message, resumed);
            Optional<NeedInput> need = need(ended);
            if (need.isEmpty()) {
                return outcome(ended);
            }
            switch (input(turn, need.get())) {
                case RunSignal.Answered(String key, Reply.Words(String words)) -> message = words;
                case RunSignal.Answered(String key, Reply.Approved approved) -> message = "yes";
                case RunSignal.Answered(String key, Reply.Refused refused) -> message = "no";
                case RunSignal.Answered(String key, Reply.Expired expired) -> {
                    return new Outcome.Failed(
                            watch.log().with(""), "Nobody answered in time, so the agent did not go on.", lasted());
                }
                case RunSignal.Cancel cancel -> {
                    asks.withdrawAll();
                    return new Outcome.Cancelled(watch.log().with(""), lasted());
                }
                case RunSignal.Heard heard -> throw new IllegalStateException("heard is no answer");
            }
            turn = turn.next();
            resumed = false;
        }
    }

    private TurnEnd turn(TurnId id, String message, boolean resumed) throws InterruptedException {
        Instant came = clock.instant();
        Optional<RunQueue.Place> place = peer.queue().enter(session, this::ahead, () -> cancelled && !resumed);
        queued = queued.plus(Duration.between(came, clock.instant()));
        if (place.isEmpty()) {
            return cancelled
                    ? new TurnEnd.Stopped(false)
                    : new TurnEnd.NeverBegun("Too much is waiting for the Gateway already; nothing was sent to it.");
        }
        try (RunQueue.Place _ = place.get()) {
            if (resumed) {
                return new Turn(id, session, gateway, watch, signals, clock, patience).resume();
            }
            // What was told of the session while another turn was in it is not about this one.
            signals.removeIf(RunSignal.Heard.class::isInstance);
            return cancelled
                    ? new TurnEnd.Stopped(false)
                    : new Turn(id, session, gateway, watch, signals, clock, patience)
                            .send(Calls.agent(
                                    session,
                                    id.key(),
                                    message,
                                    (int) assignment.timeout().plusHours(1).toSeconds(),
                                    Optional.of(Manner.PROMPT)));
        }
    }

    /** What is told of other sessions would only pile up while this one waits. */
    private void heard(GatewayEvent event) {
        boolean another = event instanceof GatewayEvent.Told told
                && !told.payload().path("sessionKey").asString(session).equals(session);
        if (!another) {
            signals.add(new RunSignal.Heard(event));
        }
    }

    private void ahead(int number) {
        listener.progress(number == 0 ? "Next in the queue" : number + " ahead in the queue");
    }

    /** The last turn the Gateway knows of: answers were more turns. */
    private TurnId latestTurn() {
        try {
            return new History(gateway.call(Calls.chatHistory(session, 1_000))).latest(assignment.runId());
        } catch (GatewayTrouble away) {
            // Following the first one tells the same.
            return new TurnId(assignment.runId(), 0);
        }
    }

    private static Optional<NeedInput> need(TurnEnd ended) {
        return ended instanceof TurnEnd.ByItself(End.Replied(String text)) ? NeedInput.in(text) : Optional.empty();
    }

    /** The person's word; the place at the Gateway is not held meanwhile. */
    private RunSignal input(TurnId turn, NeedInput need) throws InterruptedException {
        listener.progress("Waits for you");
        List<RunSignal> word = new ArrayList<>();
        asks.put(
                new Ask(turn.inputKey(), new Asker.Kind.Words(List.of()), need.question(), need.context()),
                reply -> word.add(new RunSignal.Answered(turn.inputKey(), reply)));
        while (word.isEmpty()) {
            switch (signals.take()) {
                case RunSignal.Answered answer -> asks.answered(answer);
                case RunSignal.Cancel cancel -> word.add(cancel);
                case RunSignal.Heard heard -> {}
            }
        }
        return word.getFirst();
    }

    private Outcome outcome(TurnEnd ended) {
        asks.withdrawAll();
        return switch (order) {
            case Order.Think think -> ofTask(ended);
            case Order.RunLine(String line) -> new LineOutcome(line, watch.log().tools(), lasted()).of(ended);
        };
    }

    private Outcome ofTask(TurnEnd ended) {
        return switch (ended) {
            case TurnEnd.ByItself(End.Replied(String text)) ->
                new Outcome.Exited(0, watch.log().with(watch.wasRestarted() ? RESTARTED + text : text), lasted());
            case TurnEnd.ByItself(End.Failed(String sentence)) ->
                new Outcome.Failed(watch.log().with(""), sentence, lasted());
            case TurnEnd.ByItself(End.Aborted aborted) ->
                new Outcome.Cancelled(watch.log().with(""), lasted());
            case TurnEnd.Stopped(boolean timeRanOut) ->
                timeRanOut
                        ? new Outcome.TimedOut(watch.log().with(""), lasted())
                        : new Outcome.Cancelled(watch.log().with(""), lasted());
            case TurnEnd.NeverBegun(String why) -> new Outcome.NotStarted(why);
            case TurnEnd.Lost(String why) -> new Outcome.Interrupted(watch.log().with(""), why);
        };
    }

    private Duration left(Duration away) {
        return assignment.timeout().plus(asks.waited()).plus(queued).plus(away).minus(lasted());
    }

    private Duration lasted() {
        return Duration.between(began, clock.instant());
    }
}
