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
import tools.jackson.databind.JsonNode;

/**
 * One run at a Gateway: the task as a turn of its agent, and one more turn for each answer it needed. Confined to one thread, but for {@link #cancel}.
 */
final class GatewayRun implements Turn.Watch, AutoCloseable {

    private static final String RESTARTED = "The Gateway was restarted in the middle of this and went on by itself. ";

    private final Assignment assignment;
    private final Order order;
    private final Peer peer;
    private final Gateway gateway;
    private final String session;
    private final RunListener listener;
    private final InstantSource clock;
    private final BlockingQueue<RunSignal> signals = new LinkedBlockingQueue<>();
    private final Gateway.Subscription subscription;
    private final Asks asks;
    private final RunLog log;
    private final RunApprovals approvals;
    private final RunQuestions questions;
    private final Instant began;
    private volatile boolean cancelled;
    private boolean restarted;

    GatewayRun(
            Assignment assignment,
            Peer peer,
            Function<String, Ruling> judge,
            RunListener listener,
            Asker asker,
            InstantSource clock) {
        this.assignment = assignment;
        this.order = Order.of(assignment.invocation());
        this.peer = peer;
        this.gateway = peer.gateway();
        this.session = SessionKey.of(assignment.sessionId());
        this.listener = listener;
        this.clock = clock;
        this.began = clock.instant();
        this.asks = new Asks(asker, signals::add, clock);
        this.log = new RunLog(listener::output, listener::progress);
        this.approvals = new RunApprovals(gateway, judge, asks, log, listener);
        this.questions = new RunQuestions(gateway, asks, listener);
        this.subscription = gateway.subscribe(event -> signals.add(new RunSignal.Heard(event)));
    }

    /** Begins it, once. */
    Outcome run() throws InterruptedException {
        return converse(new TurnId(assignment.runId(), 0), order.message(), false);
    }

    /** Takes up one that was begun before a restart of ours; begins nothing but the next turn after an answer. */
    Outcome adopt() throws InterruptedException {
        if (!gateway.awaitConnected(Duration.ofMinutes(10))) {
            return new Outcome.Interrupted(
                    Output.NONE, "The Gateway does not answer; what became of it there is not known.");
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
            Turn.Ended ended = turn(turn, message, resumed);
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
                            log.with(""), "Nobody answered in time, so the agent did not go on.", lasted());
                }
                case RunSignal.Cancel cancel -> {
                    return new Outcome.Cancelled(log.with(""), lasted());
                }
                case RunSignal.Heard heard -> throw new IllegalStateException("heard is no answer");
            }
            turn = turn.next();
            resumed = false;
        }
    }

    private Turn.Ended turn(TurnId id, String message, boolean resumed) throws InterruptedException {
        Optional<RunQueue.Place> place = peer.queue().enter(session, this::ahead, () -> cancelled && !resumed);
        if (place.isEmpty()) {
            return cancelled
                    ? new Turn.Ended.Stopped(false)
                    : new Turn.Ended.NeverBegun("Too much is waiting for the Gateway already; nothing was sent to it.");
        }
        try (RunQueue.Place _ = place.get()) {
            Turn turn = new Turn(id, session, gateway, this, signals, clock);
            return resumed
                    ? turn.resume()
                    : turn.send(Calls.agent(
                            session,
                            id.key(),
                            message,
                            (int) assignment.timeout().plusHours(1).toSeconds(),
                            Optional.of(Manner.PROMPT)));
        }
    }

    private void ahead(int number) {
        listener.progress(number == 0 ? "Next in the queue" : number + " ahead in the queue");
    }

    /** The last turn the Gateway knows of: answers were more turns. */
    private TurnId latestTurn() {
        TurnId turn = new TurnId(assignment.runId(), 0);
        try {
            History history = new History(gateway.call(Calls.chatHistory(session, 200)));
            while (history.received(turn.next().key())) {
                turn = turn.next();
            }
        } catch (GatewayTrouble away) {
            // Following the first one tells the same.
        }
        return turn;
    }

    private static Optional<NeedInput> need(Turn.Ended ended) {
        return ended instanceof Turn.Ended.ByItself(End.Replied(String text)) ? NeedInput.in(text) : Optional.empty();
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

    private Outcome outcome(Turn.Ended ended) {
        return switch (order) {
            case Order.Think think -> ofTask(ended);
            case Order.RunLine(String line) -> new LineOutcome(line, log.tools(), lasted()).of(ended);
        };
    }

    private Outcome ofTask(Turn.Ended ended) {
        return switch (ended) {
            case Turn.Ended.ByItself(End.Replied(String text)) ->
                new Outcome.Exited(0, log.with(restarted ? RESTARTED + text : text), lasted());
            case Turn.Ended.ByItself(End.Failed(String sentence)) ->
                new Outcome.Failed(log.with(""), sentence, lasted());
            case Turn.Ended.ByItself(End.Aborted aborted) -> new Outcome.Cancelled(log.with(""), lasted());
            case Turn.Ended.Stopped(boolean timeRanOut) ->
                timeRanOut
                        ? new Outcome.TimedOut(log.with(""), lasted())
                        : new Outcome.Cancelled(log.with(""), lasted());
            case Turn.Ended.NeverBegun(String why) -> new Outcome.NotStarted(why);
            case Turn.Ended.Lost(String why) -> new Outcome.Interrupted(log.with(""), why);
        };
    }

    private Duration lasted() {
        return Duration.between(began, clock.instant());
    }

    @Override
    public void heard(GatewayEvent.Told told) {
        JsonNode payload = told.payload();
        switch (told.name()) {
            case "agent" -> log.heard(payload);
            case "exec.approval.requested" -> {
                if (ours(payload.path("request"))) {
                    approvals.requested(payload);
                }
            }
            case "exec.approval.resolved" ->
                approvals.resolved(payload.path("id").asString(""));
            case "question.requested" -> {
                if (ours(payload)) {
                    questions.requested(payload);
                }
            }
            case "question.resolved" -> questions.resolved(payload.path("id").asString(""));
            default -> {}
        }
    }

    @Override
    public void reconnected() {
        try {
            approvals.listed(mine(gateway.call(Calls.approvalsList()), "request"));
            questions.listed(mine(gateway.call(Calls.questionList()).path("questions"), ""));
        } catch (GatewayTrouble away) {
            // Clawdbot has neither; and what was lost again will be asked for again.
            listener.progress("Thinking");
        }
    }

    private List<JsonNode> mine(JsonNode list, String under) {
        return list.valueStream()
                .filter(entry -> ours(under.isEmpty() ? entry : entry.path(under)))
                .toList();
    }

    private boolean ours(JsonNode node) {
        return node.path("sessionKey").asString("").equals(session);
    }

    @Override
    public void answered(RunSignal.Answered answer) {
        asks.answered(answer);
    }

    @Override
    public void progress(String phrase) {
        listener.progress(phrase);
    }

    @Override
    public void missed(List<ToolCall> tools) {
        log.missed(tools);
    }

    @Override
    public void restarted() {
        restarted = true;
    }

    @Override
    public Duration left(Duration away) {
        return assignment.timeout().plus(asks.waited()).plus(away).minus(lasted());
    }
}
