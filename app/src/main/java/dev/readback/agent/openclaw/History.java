package dev.readback.agent.openclaw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Where a session of a Gateway stands, read from {@code chat.history}: whether a turn of ours came in, whether something still runs, and what was said. After a
 * crash OpenClaw goes on with an interrupted turn by itself, under a new run id and with a user message of its own (seen on 2026.9.6:
 * {@code provenance.kind: internal_system}); that counts as the same turn.
 */
final class History {

    private final JsonNode answer;
    private final List<JsonNode> messages;

    History(JsonNode answer) {
        this.answer = answer;
        this.messages = answer.path("messages").valueStream().toList();
    }

    /** Whether something runs in the session, or is about to go on. */
    boolean active() {
        return runInFlight().isPresent()
                || answer.path("sessionInfo").path("hasActiveRun").asBoolean(false);
    }

    /** The run in flight, where it has begun again. */
    Optional<String> runInFlight() {
        return Optional.of(answer.path("inFlightRun").path("runId").asString(""))
                .filter(id -> !id.isEmpty());
    }

    /** Whether a turn came in. */
    boolean received(String turn) {
        return begins(turn) >= 0;
    }

    /** Whether a turn certainly did not come in: what is not in the part that was given may have come before it. */
    boolean lacks(String turn) {
        return !received(turn) && !answer.path("hasMore").asBoolean(false);
    }

    /** The last turn of a run that came in; the first one where none did. */
    TurnId latest(UUID runId) {
        String first = runId.toString();
        return messages.reversed().stream()
                .map(message -> message.path("idempotencyKey").asString(""))
                .filter(key -> key.startsWith(first) && key.endsWith(":user"))
                .findFirst()
                .map(key -> TurnId.of(runId, key.substring(0, key.length() - ":user".length())))
                .orElseGet(() -> new TurnId(runId, 0));
    }

    /** What was answered to a turn last; empty where nothing was, or it was only on its way to using a tool. */
    Optional<String> reply(String turn) {
        int begin = begins(turn);
        if (begin < 0) {
            return Optional.empty();
        }
        Optional<String> reply = Optional.empty();
        for (int i = begin + 1; i < messages.size() && !anotherTurn(messages.get(i)); i++) {
            JsonNode message = messages.get(i);
            if (message.path("role").asString("").equals("assistant")) {
                reply = Optional.of(Endings.content(message)).filter(text -> finished(message) && !text.isBlank());
            }
        }
        return reply;
    }

    /** Why a turn ended before an answer, where the Gateway noted that. */
    Optional<String> failure(String turn) {
        int begin = begins(turn);
        return begin < 0
                ? Optional.empty()
                : messages.subList(begin, messages.size()).stream()
                        .filter(message ->
                                message.path("customType").asString("").equals("run-failed-before-reply"))
                        .map(message -> Endings.failure(message.path("content").asString("")))
                        .findFirst();
    }

    /** Whether the Gateway was restarted within a turn and went on with it by itself. */
    boolean resumed(String turn) {
        int begin = begins(turn);
        return begin >= 0
                && messages.subList(begin + 1, messages.size()).stream()
                        .takeWhile(message -> !anotherTurn(message))
                        .anyMatch(History::ofItsOwn);
    }

    /** The tools a turn used, with what came of them as far as that is written: the exit status stands in the text of a result only. */
    List<ToolCall> tools(String turn) {
        int begin = begins(turn);
        Map<String, ToolCall> tools = new LinkedHashMap<>();
        for (int i = begin + 1; begin >= 0 && i < messages.size() && !anotherTurn(messages.get(i)); i++) {
            JsonNode message = messages.get(i);
            message.path("content")
                    .valueStream()
                    .filter(part -> part.path("type").asString("").equals("toolCall"))
                    .map(ToolCall::written)
                    .forEach(call -> tools.put(call.id(), call));
            if (message.path("role").asString("").equals("toolResult")) {
                tools.computeIfPresent(
                        message.path("toolCallId").asString(""),
                        (id, call) -> call.written(
                                Endings.content(message),
                                message.path("isError").asBoolean(false)));
            }
        }
        return List.copyOf(tools.values());
    }

    private int begins(String turn) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).path("idempotencyKey").asString("").equals(turn + ":user")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean anotherTurn(JsonNode message) {
        return message.path("role").asString("").equals("user") && !ofItsOwn(message);
    }

    private static boolean ofItsOwn(JsonNode message) {
        return message.path("provenance").path("kind").asString("").equals("internal_system");
    }

    private static boolean finished(JsonNode message) {
        return !message.path("stopReason").asString("stop").equals("toolUse");
    }
}
