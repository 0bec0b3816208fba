package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.Hello;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * One turn of the agent, followed from its being sent to its end, over lost connections and restarts of the Gateway. Never sends anything twice. Confined to the
 * run's thread.
 */
final class Turn {

    /** A turn is told of by two ways; the one with the fuller account may come a moment later. */
    private static final Duration SECOND_ANSWER = Duration.ofSeconds(3);

    /** How long a Gateway may be away before its turns count as lost: it takes about ten seconds to restart, a machine some minutes. */
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(10);

    /** The same for one that was told to stop, or would be. */
    private static final Duration LONGEST_STOPPING = Duration.ofSeconds(30);

    private final TurnId id;
    private final String session;
    private final Gateway gateway;
    private final Watch watch;
    private final BlockingQueue<RunSignal> signals;
    private final InstantSource clock;
    private final CatchUp catchUp;
    private final Set<String> runs = new HashSet<>();
    private Optional<String> boot = Optional.empty();
    private boolean anyRun;
    private boolean secondAnswer = true;
    private Optional<End> provisional = Optional.empty();
    private Instant provisionalSince = Instant.EPOCH;
    private Optional<Instant> awaySince = Optional.empty();
    private Duration away = Duration.ZERO;
    private Optional<Stopping> stopping = Optional.empty();

    /** How a turn ended, as seen from here. */
    sealed interface Ended {

        /** By itself. */
        record ByItself(End end) implements Ended {}

        /** Because it was stopped. */
        record Stopped(boolean timeRanOut) implements Ended {}

        /** It never began. */
        record NeverBegun(String why) implements Ended {}

        /** Nobody knows. */
        record Lost(String why) implements Ended {}
    }

    /** What else of a run has to know what happens in a turn. */
    interface Watch {

        /** Something the Gateway told of our session or of approvals and questions. */
        void heard(GatewayEvent.Told told);

        /** The connection stands again: all that waits is asked for anew. */
        void reconnected();

        void answered(RunSignal.Answered answer);

        void progress(String phrase);

        /** Tools it used while nothing was heard. */
        void missed(List<ToolCall> tools);

        /** The Gateway was restarted in the middle of it. */
        void restarted();

        /** How much longer it may work, waiting for the person not counted; negative when its time is over. */
        Duration left(Duration away);
    }

    private record Stopping(boolean timeRanOut, Instant since) {}

    Turn(
            TurnId id,
            String session,
            Gateway gateway,
            Watch watch,
            BlockingQueue<RunSignal> signals,
            InstantSource clock) {
        this.id = id;
        this.session = session;
        this.gateway = gateway;
        this.watch = watch;
        this.signals = signals;
        this.clock = clock;
        this.catchUp = new CatchUp(gateway, session, id, clock);
        runs.add(id.key());
        remember(gateway.standing());
    }

    /** Sends it and follows it to its end. */
    Ended send(dev.readback.agent.openclaw.wire.Call call) throws InterruptedException {
        try {
            JsonNode first = gateway.call(call);
            if (!first.path("result").isMissingNode()) {
                return new Ended.ByItself(Endings.of(first, clawdbot()));
            }
            // It had come before: its end is told to whoever sent it first.
            secondAnswer = !first.path("status").asString("").equals("in_flight");
            return follow();
        } catch (GatewayTrouble trouble) {
            return switch (trouble.kind()) {
                case BROKEN, SLOW -> resume();
                case UNREACHABLE, FOREIGN, TOKEN, PAIRING, SCOPE, REFUSED, UNAVAILABLE, RESTING ->
                    new Ended.NeverBegun(trouble.say());
            };
        }
    }

    /** Follows one that was sent before, or may have been. */
    Ended resume() throws InterruptedException {
        secondAnswer = false;
        anyRun = true;
        if (gateway.standing() instanceof Gateway.Standing.Connected(Hello hello, Instant since)) {
            Optional<Ended> known = reconnected(hello);
            if (known.isPresent()) {
                return known.get();
            }
        } else {
            lost();
        }
        return follow();
    }

    private Ended follow() throws InterruptedException {
        while (true) {
            RunSignal signal = signals.poll(500, TimeUnit.MILLISECONDS);
            Optional<Ended> ended = signal == null ? Optional.empty() : take(signal);
            if (ended.isPresent()) {
                return ended.get();
            }
            Optional<Ended> overdue = overdue();
            if (overdue.isPresent()) {
                return overdue.get();
            }
        }
    }

    private Optional<Ended> take(RunSignal signal) {
        switch (signal) {
            case RunSignal.Heard(GatewayEvent.Told told) -> told(told);
            case RunSignal.Heard(GatewayEvent.Finished finished) -> {
                if (finished.runId().equals(id.key())) {
                    return end(Endings.of(finished, clawdbot()));
                }
            }
            case RunSignal.Heard(GatewayEvent.Lost lost) -> lost();
            case RunSignal.Heard(GatewayEvent.Connected(Hello hello)) -> {
                return reconnected(hello);
            }
            case RunSignal.Answered answer -> watch.answered(answer);
            case RunSignal.Cancel cancel -> stop(false);
        }
        return Optional.empty();
    }

    private void told(GatewayEvent.Told told) {
        JsonNode payload = told.payload();
        switch (told.name()) {
            case "agent" -> {
                if (ours(payload)) {
                    watch.heard(told);
                }
            }
            case "chat" -> {
                if (ours(payload) && !(clawdbot() && secondAnswer)) {
                    Endings.ofChat(payload).ifPresent(this::provisional);
                }
            }
            default -> watch.heard(told);
        }
    }

    private boolean ours(JsonNode payload) {
        String run = payload.path("runId").asString("");
        if (anyRun && payload.path("sessionKey").asString("").equals(session)) {
            runs.add(run);
        }
        return runs.contains(run);
    }

    private void provisional(End end) {
        provisional = Optional.of(end);
        provisionalSince = clock.instant();
    }

    private void lost() {
        if (awaySince.isEmpty()) {
            awaySince = Optional.of(clock.instant());
            secondAnswer = false;
            watch.progress("The Gateway is away; waiting for it");
        }
    }

    private Optional<Ended> reconnected(Hello hello) {
        awaySince.ifPresent(since -> away = away.plus(Duration.between(since, clock.instant())));
        awaySince = Optional.empty();
        secondAnswer = false;
        boolean restarted =
                boot.filter(before -> !before.equals(hello.bootId())).isPresent();
        boot = Optional.of(hello.bootId());
        anyRun = anyRun || restarted;
        if (restarted) {
            watch.restarted();
        }
        watch.progress(restarted ? "The Gateway was restarted; looking what became of it" : "Thinking");
        stopping.ifPresent(stop -> abort());
        watch.reconnected();
        return look();
    }

    private Optional<Ended> look() {
        catchUp.runInFlight().ifPresent(runs::add);
        if (!secondAnswer) {
            watch.missed(catchUp.tools());
        }
        return switch (catchUp.now(clawdbot())) {
            case CatchUp.Seen.GoesOn goesOn -> Optional.empty();
            case CatchUp.Seen.Ended(End end) -> end(end);
            case CatchUp.Seen.NeverReceived never ->
                Optional.of(new Ended.NeverBegun("The Gateway lost it before it began; nothing was run there."));
            case CatchUp.Seen.Gone gone ->
                Optional.of(new Ended.Lost(
                        "The Gateway was restarted while it worked on this, and did not go on with it."));
        };
    }

    private Optional<Ended> end(End end) {
        return Optional.of(
                stopping.isPresent()
                        ? new Ended.Stopped(stopping.get().timeRanOut())
                        : end instanceof End.Aborted
                                ? new Ended.ByItself(new End.Failed("It was stopped at the Gateway."))
                                : new Ended.ByItself(end));
    }

    /** What has waited too long, or must be looked after although nothing was told. */
    private Optional<Ended> overdue() {
        Instant now = clock.instant();
        if (provisional.isPresent() && (!secondAnswer || now.isAfter(provisionalSince.plus(SECOND_ANSWER)))) {
            return end(provisional.get());
        }
        if (stopping.filter(stop -> now.isAfter(stop.since().plus(LONGEST_STOPPING)))
                .isPresent()) {
            return Optional.of(
                    awaySince.isPresent()
                            ? new Ended.Lost(
                                    "I could not reach the Gateway to stop it; whether it goes on is not known.")
                            : new Ended.Stopped(stopping.get().timeRanOut()));
        }
        if (awaySince.filter(since -> now.isAfter(since.plus(LONGEST_AWAY))).isPresent()) {
            return Optional.of(new Ended.Lost("I lost the Gateway in the middle of it, and it did not come back."));
        }
        if (stopping.isEmpty() && watch.left(awayBy(now)).isNegative()) {
            stop(true);
        }
        return awaySince.isEmpty() && catchUp.due(secondAnswer) ? look() : Optional.empty();
    }

    private Duration awayBy(Instant now) {
        return awaySince.map(since -> away.plus(Duration.between(since, now))).orElse(away);
    }

    private void stop(boolean timeRanOut) {
        if (stopping.isEmpty()) {
            stopping = Optional.of(new Stopping(timeRanOut, clock.instant()));
            watch.progress("Stopping it");
            abort();
        }
    }

    private void abort() {
        try {
            gateway.call(Calls.chatAbort(session, Optional.empty()));
        } catch (GatewayTrouble away) {
            // Said again when it is back; and told as not known where it does not come back.
            lostIfAway(away);
        }
    }

    private void lostIfAway(GatewayTrouble trouble) {
        if (trouble.kind().unsent() || trouble.kind() == GatewayTrouble.Kind.BROKEN) {
            lost();
        }
    }

    private void remember(Gateway.Standing standing) {
        if (standing instanceof Gateway.Standing.Connected(Hello hello, Instant since)) {
            boot = Optional.of(hello.bootId());
        }
    }

    private boolean clawdbot() {
        return gateway.standing() instanceof Gateway.Standing.Connected(Hello hello, Instant since) && hello.clawdbot();
    }
}
