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

    private static final int MESSAGES = 60;
    private static final int SHORT_WAIT_MS = 200;

    /** Between two looks while events come, as a safety net, and while they may have been missed. */
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private static final Duration OFTEN = Duration.ofSeconds(3);

    /** How long nothing may be seen of a turn before it counts as gone; a restarted Gateway goes on with it within seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** The same where "not yet" and "never" cannot be told apart. */
    private static final Duration PATIENCE_OF_CLAWDBOT = Duration.ofMinutes(3);

    private final Gateway gateway;
    private final String session;
    private final TurnId turn;
    private final InstantSource clock;
    private Optional<JsonNode> seen = Optional.empty();
    private Instant looked;
    private Optional<Instant> missingSince = Optional.empty();

    CatchUp(Gateway gateway, String session, TurnId turn, InstantSource clock) {
        this.gateway = gateway;
        this.session = session;
        this.turn = turn;
        this.clock = clock;
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
        return clock.instant().isAfter(looked.plus(eventsCome ? SELDOM : OFTEN));
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
                .orElseGet(() ->
                        missing(PATIENCE, history.received(turn.key()) ? new Seen.Gone() : new Seen.NeverReceived()));
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
                    .orElseGet(() -> missing(PATIENCE_OF_CLAWDBOT, new Seen.Gone()));
        } catch (GatewayTrouble trouble) {
            return new Seen.GoesOn();
        }
    }

    private static End lastSaid(JsonNode history) {
        return history.path("messages")
                .valueStream()
                .filter(message -> message.path("role").asString("").equals("assistant"))
                .reduce((earlier, later) -> later)
                .map(Endings::content)
                .filter(text -> !text.isBlank())
                .<End>map(End.Replied::new)
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
            return Optional.of(gateway.call(Calls.chatHistory(session, MESSAGES)));
        } catch (GatewayTrouble trouble) {
            return Optional.empty();
        }
    }
}
