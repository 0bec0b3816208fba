package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Call;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.Hello;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * One turn of the agent, followed from its being sent to its end, over lost connections and restarts of the Gateway. Never sends anything twice. Confined to the
 * run's thread.
 */
final class Turn {

    private final TurnId id;
    private final String session;
    private final Gateway gateway;
    private final TurnWatch watch;
    private final BlockingQueue<RunSignal> signals;
    private final InstantSource clock;
    private final Patience patience;
    private final CatchUp catchUp;
    private final OwnRuns runs;
    private Optional<String> boot = Optional.empty();
    private boolean begun;
    private boolean unsure;
    private boolean secondAnswer = true;
    private final Provisional provisional = new Provisional();
    private final Absence absence = new Absence();
    private boolean restarted;
    private Optional<Stopping> stopping = Optional.empty();

    Turn(
            TurnId id,
            String session,
            Gateway gateway,
            TurnWatch watch,
            BlockingQueue<RunSignal> signals,
            InstantSource clock,
            Patience patience) {
        this.id = id;
        this.session = session;
        this.gateway = gateway;
        this.watch = watch;
        this.signals = signals;
        this.clock = clock;
        this.patience = patience;
        this.catchUp = new CatchUp(gateway, session, id, clock, patience);
        this.runs = new OwnRuns(session, id.key());
        boot = gateway.hello().map(Hello::bootId);
    }

    /** Sends it and follows it to its end. */
    TurnEnd send(Call call) throws InterruptedException {
        try {
            JsonNode first = gateway.call(call);
            if (!first.path("result").isMissingNode()) {
                return new TurnEnd.ByItself(Endings.of(first, gateway.clawdbot()));
            }
            // It had come before: its end is told to whoever sent it first, or is in the history.
            return switch (first.path("status").asString("")) {
                case "in_flight", "error" -> resume();
                default -> follow();
            };
        } catch (GatewayTrouble trouble) {
            return switch (trouble.kind()) {
                case BROKEN -> resume();
                case SLOW -> {
                    unsure = true;
                    yield resume();
                }
                case UNREACHABLE, FOREIGN, TOKEN, PAIRING, SCOPE, REFUSED, UNAVAILABLE, RESTING ->
                    new TurnEnd.NeverBegun(trouble.say());
            };
        }
    }

    /** Follows one that was sent before, or may have been. */
    TurnEnd resume() throws InterruptedException {
        secondAnswer = false;
        runs.takeAll();
        if (gateway.standing() instanceof Gateway.Standing.Connected(Hello hello, Instant since)) {
            Optional<TurnEnd> known = reconnected(hello);
            if (known.isPresent()) {
                return known.get();
            }
        } else {
            lost();
        }
        return follow();
    }

    private TurnEnd follow() throws InterruptedException {
        while (true) {
            RunSignal signal = signals.poll(500, TimeUnit.MILLISECONDS);
            if (signal == null) {
                watch.quiet();
            }
            Optional<TurnEnd> ended = signal == null ? Optional.empty() : take(signal);
            if (ended.isPresent()) {
                return ended.get();
            }
            Optional<TurnEnd> overdue = overdue();
            if (overdue.isPresent()) {
                return overdue.get();
            }
        }
    }

    private Optional<TurnEnd> take(RunSignal signal) {
        switch (signal) {
            case RunSignal.Heard(GatewayEvent.Told told) -> told(told);
            case RunSignal.Heard(GatewayEvent.Finished finished) -> {
                if (finished.runId().equals(id.key())) {
                    return end(Endings.of(finished, gateway.clawdbot()));
                }
            }
            case RunSignal.Heard(GatewayEvent.Lost lost) -> lost();
            case RunSignal.Heard(GatewayEvent.Connected(Hello hello)) -> {
                return known(hello) ? Optional.empty() : reconnected(hello);
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
                if (runs.has(payload)) {
                    begun = true;
                    watch.heard(told);
                }
            }
            case "chat" -> {
                if (runs.has(payload) && !(gateway.clawdbot() && secondAnswer)) {
                    Endings.ofChat(payload).ifPresent(end -> provisional.take(end, clock.instant()));
                }
            }
            default -> watch.heard(told);
        }
    }

    private void lost() {
        if (absence.begins(clock.instant())) {
            secondAnswer = false;
            watch.progress("The Gateway is away; waiting for it");
        }
    }

    /** The connection it was sent through, told of late. */
    private boolean known(Hello hello) {
        return !absence.lasts() && boot.equals(Optional.of(hello.bootId()));
    }

    private Optional<TurnEnd> reconnected(Hello hello) {
        absence.ends(clock.instant());
        secondAnswer = false;
        boolean again = boot.filter(before -> !before.equals(hello.bootId())).isPresent();
        boot = Optional.of(hello.bootId());
        restarted = restarted || again;
        if (again) {
            runs.takeAll();
            watch.restarted();
        }
        watch.progress(again ? "The Gateway was restarted; looking what became of it" : "Thinking");
        stopping.ifPresent(this::abort);
        Optional<TurnEnd> known = look();
        if (known.isEmpty()) {
            watch.reconnected();
        }
        return known;
    }

    private Optional<TurnEnd> look() {
        catchUp.runInFlight().ifPresent(runs::add);
        if (!secondAnswer) {
            watch.missed(catchUp.tools());
        }
        return switch (catchUp.now(gateway.clawdbot())) {
            case CatchUp.Seen.GoesOn goesOn -> Optional.empty();
            case CatchUp.Seen.Ended(End end) -> end(end);
            case CatchUp.Seen.NeverReceived never -> gone(begun || unsure ? TurnEnd.unknown() : TurnEnd.neverBegun());
            case CatchUp.Seen.Gone gone -> gone(restarted ? TurnEnd.notResumed() : TurnEnd.unknown());
        };
    }

    /** As it was wanted, where it was to stop. */
    private Optional<TurnEnd> gone(TurnEnd otherwise) {
        return Optional.of(stopping.<TurnEnd>map(stop -> new TurnEnd.Stopped(stop.timeRanOut()))
                .orElse(otherwise));
    }

    private Optional<TurnEnd> end(End end) {
        return gone(new TurnEnd.ByItself(
                end instanceof End.Aborted ? new End.Failed("It was stopped at the Gateway.") : end));
    }

    /** What has waited too long, or must be looked after although nothing was told. */
    private Optional<TurnEnd> overdue() {
        Instant now = clock.instant();
        Optional<End> told = provisional.after(secondAnswer ? patience.secondAnswer() : Duration.ZERO, now);
        if (told.isPresent()) {
            return end(told.get());
        }
        if (stopping.filter(stop -> stop.over(now, patience.stopping())).isPresent()) {
            return Optional.of(TurnEnd.notStopped(absence.lasts()));
        }
        if (absence.longerThan(patience.away(), now)) {
            return Optional.of(TurnEnd.neverBack());
        }
        if (stopping.isEmpty() && watch.left(absence.total(now)).isNegative()) {
            stop(true);
        }
        if (absence.lasts()) {
            return Optional.empty();
        }
        stopping.filter(stop -> stop.due(now, patience.often())).ifPresent(this::abort);
        return catchUp.due(secondAnswer && stopping.isEmpty()) ? look() : Optional.empty();
    }

    private void stop(boolean timeRanOut) {
        if (stopping.isEmpty()) {
            Stopping stop = new Stopping(gateway, session, timeRanOut, clock.instant());
            stopping = Optional.of(stop);
            watch.progress("Stopping it");
            abort(stop);
        }
    }

    /** Said again when it is back; and told as not known where it does not come back. */
    private void abort(Stopping stop) {
        stop.say(clock.instant()).ifPresent(this::lostIfAway);
    }

    private void lostIfAway(GatewayTrouble trouble) {
        if (trouble.kind().unsent() || trouble.kind() == GatewayTrouble.Kind.BROKEN) {
            lost();
        }
    }
}
