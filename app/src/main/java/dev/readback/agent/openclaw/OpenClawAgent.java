package dev.readback.agent.openclaw;

import dev.readback.agent.Agent;
import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Invocation;
import dev.readback.agent.Outcome;
import dev.readback.agent.Outcome.Output;
import dev.readback.agent.Preparation;
import dev.readback.agent.RunListener;
import dev.readback.agent.Task;
import dev.readback.agent.openclaw.wire.Gateway;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The agent of one or several OpenClaw Gateways. It gets no work from a Gateway whose commands do not all come before our gate, unless the owner allows that.
 * A thread interrupted in {@link #run} or {@link #adopt} leaves the run going there and throws {@link LeftAtGateway}. Thread-safe.
 */
public final class OpenClawAgent implements Agent, AutoCloseable {

    /** Its name in settings and records. */
    public static final String NAME = "openclaw";

    private static final String NOT_THERE = " is not among the Gateways that are set up any more.";

    private final Peers peers;
    private final CommandJudge judge;
    private final boolean ungated;
    private final InstantSource clock;
    private final Patience patience;
    private final Overseer overseer;
    private final Map<UUID, GatewayRun> runs = new ConcurrentHashMap<>();

    /**
     * @param gateways at least one
     * @param judge of the commands its agent comes to want
     * @param ungated whether it is given work where commands do not come before the judge
     */
    public OpenClawAgent(List<? extends Gateway> gateways, CommandJudge judge, boolean ungated, InstantSource clock) {
        this(gateways, judge, ungated, clock, Patience.USUAL);
    }

    OpenClawAgent(
            List<? extends Gateway> gateways,
            CommandJudge judge,
            boolean ungated,
            InstantSource clock,
            Patience patience) {
        this.peers = new Peers(gateways, clock);
        this.judge = judge;
        this.ungated = ungated;
        this.clock = clock;
        this.patience = patience;
        this.overseer =
                new Overseer(peers.all(), judge, key -> runs.values().stream().anyMatch(run -> run.in(key)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Preparation prepare(CommandLine line) {
        return prepare(
                new Order.RunLine(line.line().strip()),
                peers.of(line.sessionId().orElseGet(UUID::randomUUID)));
    }

    @Override
    public Preparation prepare(Task task) {
        return prepare(new Order.Think(task.text()), peers.of(task.sessionId()));
    }

    private Preparation prepare(Order order, Peer peer) {
        return refusal(peer, peer.guard().check())
                .<Preparation>map(Preparation.Impossible::new)
                .orElseGet(() -> new Preparation.Ready(
                        order.invocation(NAME, peer.gateway().name())));
    }

    @Override
    public Outcome run(Assignment assignment, RunListener listener, Asker asker) {
        return at(assignment, listener, asker, (peer, run) -> {
            if (!peer.gateway().awaitConnected(patience.connection())) {
                return new Outcome.NotStarted(away(peer));
            }
            Guard.State state = peer.guard().check();
            if (state instanceof Guard.State.Unknown(String why) && !ungated) {
                return new Outcome.NotStarted("I could not see whether the Gateway lets me judge its commands: " + why);
            }
            Optional<String> refusal = refusal(peer, state);
            return refusal.isPresent() ? new Outcome.NotStarted(refusal.get()) : run.run();
        });
    }

    @Override
    public Outcome adopt(Assignment assignment, RunListener listener, Asker asker) {
        return at(assignment, listener, asker, (peer, run) -> run.adopt());
    }

    @Override
    public void cancel(UUID runId) {
        Optional.ofNullable(runs.get(runId)).ifPresent(GatewayRun::cancel);
    }

    /** Nothing is kept here of an ended run; the Gateway keeps the conversation. */
    @Override
    public void forget(UUID runId) {}

    /** How each Gateway stands, for whoever looks. */
    public List<PeerState> states() {
        return peers.all().stream().map(peer -> PeerState.of(peer, ungated)).toList();
    }

    /** Whether a task would be taken now by some Gateway. */
    public boolean ready() {
        return states().stream().anyMatch(PeerState::takesWork);
    }

    @Override
    public void close() {
        overseer.close();
        peers.close();
    }

    private Outcome at(Assignment assignment, RunListener listener, Asker asker, Doing doing) {
        Invocation invocation = assignment.invocation();
        Optional<Peer> peer = peers.named(invocation.host());
        if (peer.isEmpty()) {
            return new Outcome.Interrupted(Output.NONE, invocation.host() + NOT_THERE);
        }
        try (GatewayRun run = new GatewayRun(
                assignment, peer.get(), judge(assignment, peer.get()), listener, asker, clock, patience)) {
            runs.put(assignment.runId(), run);
            return doing.with(peer.get(), run);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            throw new LeftAtGateway(assignment.runId(), leaving);
        } finally {
            runs.remove(assignment.runId());
        }
    }

    private Function<String, Ruling> judge(Assignment assignment, Peer peer) {
        return switch (Order.of(assignment.invocation())) {
            case Order.Think think -> line -> judge.judge(line, peer.gateway().name());
            case Order.RunLine(String line) -> new OnlyThisLine(line);
        };
    }

    private Optional<String> refusal(Peer peer, Guard.State state) {
        return switch (state) {
            case Guard.State.Gated gated -> Optional.empty();
            case Guard.State.Unknown unknown -> Optional.empty();
            case Guard.State.Open(List<String> holes) ->
                ungated
                        ? Optional.empty()
                        : Optional.of("I give the Gateway at " + peer.gateway().name() + " no work, because "
                                + holes.getFirst() + ". The command readback openclaw secure mends that.");
        };
    }

    private static String away(Peer peer) {
        return switch (peer.gateway().standing()) {
            case Gateway.Standing.Away(var trouble, var next) -> trouble.say();
            case Gateway.Standing.Connecting connecting ->
                "The Gateway at " + peer.gateway().name() + " does not answer.";
            case Gateway.Standing.Connected connected ->
                "The Gateway at " + peer.gateway().name() + " was away for a moment; nothing was sent to it.";
        };
    }

    @FunctionalInterface
    private interface Doing {
        Outcome with(Peer peer, GatewayRun run) throws InterruptedException;
    }
}
