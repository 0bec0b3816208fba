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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What a run asks with the Gateway's own {@code ask_user}, one to three questions at a time. Confined to the run's thread. */
final class RunQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(RunQuestions.class);
    private static final String KEY = "question-";
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final Gateway gateway;
    private final Asks asks;
    private final RunListener listener;
    private final Set<String> closed = new HashSet<>();

    RunQuestions(Gateway gateway, Asks asks, RunListener listener) {
        this.gateway = gateway;
        this.asks = asks;
        this.listener = listener;
    }

    /** Questions that wait: from the event, or from the list after a reconnect. The same again is nothing new. */
    void requested(JsonNode asked) {
        String id = asked.path("id").asString("");
        if (!id.isEmpty() && !closed.contains(id)) {
            ask(id, asked, 0, new LinkedHashMap<>());
        }
    }

    /** They were answered, by us or elsewhere, or are gone. */
    void resolved(String id) {
        closed.add(id);
        asks.keysStarting(KEY + id + "-").forEach(asks::withdraw);
    }

    /** All that wait now; what we know of and is not among them is gone. */
    void listed(List<JsonNode> pending) {
        Set<String> keys = new HashSet<>();
        pending.forEach(asked -> keys.add(KEY + asked.path("id").asString("") + "-"));
        asks.keysStarting(KEY).stream()
                .filter(key -> keys.stream().noneMatch(key::startsWith))
                .forEach(asks::withdraw);
        pending.forEach(this::requested);
    }

    private void ask(String id, JsonNode asked, int number, Map<String, List<String>> answers) {
        JsonNode question = asked.path("questions").path(number);
        if (question.isMissingNode()) {
            resolve(id, Calls.questionResolve(id, answers));
            return;
        }
        String questionId = question.path("questionId").asString(Integer.toString(number));
        listener.progress("Waits for you");
        asks.put(
                new Ask(
                        KEY + id + "-" + questionId,
                        new Asker.Kind.Words(question.path("options")
                                .valueStream()
                                .map(option -> option.path("label").asString(""))
                                .filter(label -> !label.isEmpty())
                                .toList()),
                        question.path("question").asString("The agent wants to know something."),
                        question.path("header").asString(""),
                        until(asked)),
                reply -> {
                    switch (reply) {
                        case Reply.Words(String words) -> {
                            answers.put(questionId, List.of(words));
                            ask(id, asked, number + 1, answers);
                        }
                        case Reply.Approved approved -> {
                            answers.put(questionId, List.of("yes"));
                            ask(id, asked, number + 1, answers);
                        }
                        case Reply.Refused refused -> resolve(id, Calls.questionCancel(id));
                        case Reply.Expired expired -> resolve(id, Calls.questionCancel(id));
                    }
                });
    }

    private static Optional<Instant> until(JsonNode asked) {
        long expires = asked.path("expiresAtMs").asLong(0);
        return expires == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(expires).minus(MARGIN));
    }

    private void resolve(String id, dev.readback.agent.openclaw.wire.Call call) {
        closed.add(id);
        try {
            gateway.call(call);
            listener.progress("Thinking");
        } catch (GatewayTrouble trouble) {
            LOG.atInfo()
                    .addKeyValue("gateway", gateway.name())
                    .addKeyValue("why", trouble.say())
                    .log("an answer could not be passed on");
        }
    }
}
