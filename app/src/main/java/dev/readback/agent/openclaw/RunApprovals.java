package dev.readback.agent.openclaw;

import dev.readback.agent.Asker;
import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Reply;
import dev.readback.agent.RunListener;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The commands a run wants to run: each is judged before it is approved, once, and never by what the agent says about it. Confined to the run's thread.
 */
final class RunApprovals {

    private static final Logger LOG = LoggerFactory.getLogger(RunApprovals.class);
    private static final String GONE = "The Gateway stopped waiting for your answer.";
    private static final String OWN_ENVIRONMENT = "It wanted variables of its own for that command.";

    /** An answer has to reach the Gateway before it gives up waiting. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final Gateway gateway;
    private final Function<Wish, Ruling> judge;
    private final Asks asks;
    private final RunLog log;
    private final RunListener listener;
    private final Set<String> decided = new HashSet<>();
    private final Map<String, String> toolCalls = new HashMap<>();

    /** @param judge of the lines of this run */
    RunApprovals(Gateway gateway, Function<Wish, Ruling> judge, Asks asks, RunLog log, RunListener listener) {
        this.gateway = gateway;
        this.judge = judge;
        this.asks = asks;
        this.log = log;
        this.listener = listener;
    }

    /** One that waits for our word: from the event, or from the list after a reconnect. The same again is nothing new. */
    void requested(JsonNode approval) {
        String id = approval.path("id").asString("");
        if (id.isEmpty() || decided.contains(id) || asks.has(key(id))) {
            return;
        }
        toolCalls.put(id, approval.path("request").path("toolCallId").asString(""));
        JsonNode request = approval.path("request");
        String line = request.path("command").asString("");
        boolean before = log.mayHaveRun(line, request.path("toolCallId").asString(""));
        Ruling ruling =
                environment(approval) ? new Ruling.Deny(OWN_ENVIRONMENT) : judge.apply(Wish.of(request, before));
        switch (ruling) {
            case Ruling.Allow allow -> decide(approval, line, true, "judged harmless");
            case Ruling.Deny(String reason) -> decide(approval, line, false, reason);
            case Ruling.Confirm(String question) -> ask(approval, line, question, new Asker.Kind.Approval());
            case Ruling.RepeatBack(String question, String object) ->
                ask(approval, line, question, new Asker.Kind.RepeatBack(object));
        }
    }

    /** Somebody decided it, we or another who watches over that Gateway, or it is gone. */
    void resolved(String id, boolean allowed) {
        if (asks.has(key(id))) {
            if (!allowed) {
                log.denied(toolCalls.getOrDefault(id, ""), GONE);
            }
            asks.withdraw(key(id));
        }
        decided.add(id);
    }

    /** All that wait for a word now; what we know of and is not among them has gone with a restart. */
    void listed(List<JsonNode> pending) {
        Set<String> ids = new HashSet<>();
        pending.forEach(approval -> ids.add(approval.path("id").asString("")));
        asks.keysStarting(KEY).stream()
                .map(key -> key.substring(KEY.length()))
                .filter(id -> !ids.contains(id))
                .forEach(id -> resolved(id, false));
        pending.forEach(this::requested);
    }

    /** Variables of its own can make a harmless line do anything. */
    private boolean environment(JsonNode approval) {
        JsonNode request = approval.path("request");
        return !request.path("envKeys").isEmpty()
                || log.tool(request.path("toolCallId").asString(""))
                        .filter(ToolCall::environment)
                        .isPresent();
    }

    private static final String KEY = "approval-";

    private static String key(String id) {
        return KEY + id;
    }

    private void ask(JsonNode approval, String line, String question, Asker.Kind kind) {
        String id = approval.path("id").asString("");
        long expires = approval.path("expiresAtMs").asLong(0);
        Optional<Instant> until = expires == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(expires).minus(MARGIN));
        listener.progress("Waits for you");
        asks.put(new Ask(key(id), kind, question, line, until), reply -> decide(approval, line, reply));
    }

    private void decide(JsonNode approval, String line, Reply reply) {
        switch (reply) {
            case Reply.Approved approved -> decide(approval, line, true, "you said yes");
            case Reply.Refused refused -> decide(approval, line, false, "You said no.");
            case Reply.Expired expired -> decide(approval, line, false, "Nobody answered in time.");
            case Reply.Words words -> decide(approval, line, false, "That was no yes.");
        }
    }

    private void decide(JsonNode approval, String line, boolean allow, String why) {
        String id = approval.path("id").asString("");
        decided.add(id);
        listener.audited(
                allow ? "agent_command_allowed" : "agent_command_denied",
                Map.of("command", line, "gateway", gateway.name(), "approval_id", id, "why", why));
        if (!allow) {
            log.denied(approval.path("request").path("toolCallId").asString(""), why);
            listener.output("\nNot run: " + line + "\n" + why + "\n");
        }
        try {
            gateway.call(Calls.approvalResolve(id, allow));
            listener.progress(allow ? "Runs " + line : "Thinking");
        } catch (GatewayTrouble trouble) {
            // It has expired, or went with a restart: nothing runs by it. What came of it is told by the run's own
            // events.
            LOG.atInfo()
                    .addKeyValue("gateway", gateway.name())
                    .addKeyValue("why", trouble.say())
                    .log("an approval could not be decided");
        }
    }
}
