package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds out how a turn stands when its events may have been missed. OpenClaw is asked for the session's history; Clawdbot, whose history names no turns, by
 * {@code agent.wait}, whose {@code timeout} means "not yet" as well as "never heard of it". Confined to one thread.
 */
final class CatchUp {

    /** Nearly always enough, and the most a Gateway gives. */
    private static final int FEW = 60;

    private static final int MOST = 1_000;

    private static final int SHORT_WAIT_MS = 200;

    private final Gateway gateway;
    private final String session;
    private final TurnId turn;
    private final InstantSource clock;
    private final Patience patience;
    private Optional<JsonNode> seen = Optional.empty();
    private Instant looked;
    private Optional<Instant> missingSince = Optional.empty();

    CatchUp(Gateway gateway, String session, TurnId turn, InstantSource clock, Patience patience) {
        this.gateway = gateway;
        this.session = session;
        this.turn = turn;
        this.clock = clock;
        this.patience = patience;
        this.looked = clock.instant();
    }

    /** How a turn stands. */
    sealed interface Seen {
        record GoesOn() implements Seen {}

        record Ended(End end) implements Seen {}

        record NeverReceived() implements Seen {}

        record Gone() implements Seen {}
    }

    /** Whether it is time to look, though nothing was told. */
    boolean due(boolean eventsCome) {
        return clock.instant().isAfter(looked.plus(eventsCome ? patience.seldom() : patience.often()));
    }

    /** The run that is in flight in the session, asked for anew. */
    Optional<String> runInFlight() {
        seen = history();
        return seen.map(History::new).flatMap(History::runInFlight);
    }

    /** The tools it used, by what {@link #runInFlight} saw. */
    List<ToolCall> tools() {
        return seen.map(answer -> new History(answer).tools(turn.key())).orElse(List.of());
    }

    /** How it stands by what {@link #runInFlight} saw. */
    Seen now(boolean clawdbot) {
        looked = clock.instant();
        if (seen.isEmpty()) {
            return new Seen.GoesOn();
        }
        return clawdbot ? byWaiting(seen.get()) : byHistory(new History(seen.get()));
    }

    private Seen byHistory(History history) {
        if (history.active()) {
            missingSince = Optional.empty();
            return new Seen.GoesOn();
        }
        Optional<End> end = history.reply(turn.key())
                .<End>map(End.Replied::new)
                .or(() -> history.failure(turn.key()).map(End.Failed::new));
        return end.<Seen>map(Seen.Ended::new)
                .orElseGet(() -> missing(
                        patience.missing(), history.lacks(turn.key()) ? new Seen.NeverReceived() : new Seen.Gone()));
    }

    private Seen byWaiting(JsonNode history) {
        try {
            JsonNode answer = gateway.call(Calls.agentWait(turn.key(), SHORT_WAIT_MS));
            String status = answer.path("status").asString("");
            if (status.equals("ok")) {
                return new Seen.Ended(lastSaid(history));
            }
            return Endings.ofWait(answer)
                    .<Seen>map(Seen.Ended::new)
                    .orElseGet(() -> missing(patience.missingOnClawdbot(), new Seen.Gone()));
        } catch (GatewayTrouble trouble) {
            return new Seen.GoesOn();
        }
    }

    private static End lastSaid(JsonNode history) {
        return history.path("messages")
                .valueStream()
                .filter(message -> message.path("role").asString("").equals("assistant"))
                .reduce((earlier, later) -> later)
                .map(Endings::ofSaid)
                .orElseGet(() -> new End.Failed("The agent gave no answer."));
    }

    private Seen missing(Duration patience, Seen otherwise) {
        Instant now = clock.instant();
        Instant since = missingSince.orElse(now);
        missingSince = Optional.of(since);
        return now.isBefore(since.plus(patience)) ? new Seen.GoesOn() : otherwise;
    }

    private Optional<JsonNode> history() {
        try {
            JsonNode few = gateway.call(Calls.chatHistory(session, FEW));
            History history = new History(few);
            boolean enough = history.received(turn.key()) || history.lacks(turn.key());
            return Optional.of(enough ? few : gateway.call(Calls.chatHistory(session, MOST)));
        } catch (GatewayTrouble trouble) {
            return Optional.empty();
        }
    }
}
