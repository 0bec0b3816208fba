package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.GatewayEvent.Finished;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Tells how a turn ended from what a Gateway says of it. Clawdbot answers {@code ok} to a provider's refusal, to a time that ran out and to an empty answer:
 * there an answer counts only when it has a text and used the model, or its text does not look like an error.
 */
final class Endings {

    private static final Pattern ERROR_LIKE = Pattern.compile("^(HTTP )?[45]\\d\\d\\b.*", Pattern.DOTALL);
    private static final String NO_ANSWER = "The agent gave no answer.";
    private static final String TIME = "The agent's time ran out before it had an answer.";
    private static final int LONGEST_REASON = 200;

    private Endings() {}

    /** Of the second answer to a run. */
    static End of(Finished finished, boolean clawdbot) {
        if (!finished.ok()) {
            String message = finished.error().path("message").asString("");
            return new End.Failed(failure(
                    message.isEmpty() ? finished.payload().path("summary").asString("") : message));
        }
        return of(finished.payload(), clawdbot);
    }

    /** Of a final answer's payload. */
    static End of(JsonNode payload, boolean clawdbot) {
        JsonNode meta = payload.path("result").path("meta");
        String text = text(payload);
        return switch (payload.path("status").asString("")) {
            case "timeout" ->
                payload.path("stopReason").asString("").equals("rpc") ? new End.Aborted() : new End.Failed(TIME);
            case "error" -> new End.Failed(failure(payload.path("summary").asString("")));
            default -> {
                if (meta.path("aborted").asBoolean(false)) {
                    yield clawdbot ? new End.Failed(TIME) : new End.Aborted();
                }
                if (text.isBlank()) {
                    yield new End.Failed(NO_ANSWER);
                }
                yield clawdbot
                                && unused(meta)
                                && ERROR_LIKE.matcher(text.strip()).matches()
                        ? new End.Failed(failure(text))
                        : new End.Replied(text);
            }
        };
    }

    /** Of a {@code chat} event; empty while the turn goes on. */
    static Optional<End> ofChat(JsonNode payload) {
        return switch (payload.path("state").asString("")) {
            case "final" -> {
                String text = content(payload.path("message"));
                // A message that was merged into a running turn ends without words; so does one whose answer comes
                // another way.
                yield text.isBlank() ? Optional.empty() : Optional.of(new End.Replied(text));
            }
            case "error" ->
                Optional.of(
                        payload.path("errorKind").asString("").equals("timeout")
                                ? new End.Failed(TIME)
                                : new End.Failed(
                                        failure(payload.path("errorMessage").asString(""))));
            case "aborted" -> Optional.of(new End.Aborted());
            default -> Optional.empty();
        };
    }

    /** Of the answer to {@code agent.wait}; empty while nobody knows, or it has not ended. */
    static Optional<End> ofWait(JsonNode payload) {
        String reply = payload.path("terminalReply").path("text").asString("");
        return switch (payload.path("status").asString("")) {
            case "ok" -> reply.isBlank() ? Optional.empty() : Optional.of(new End.Replied(reply));
            case "error" ->
                Optional.of(new End.Failed(failure(payload.path("error").asString(""))));
            default -> Optional.empty();
        };
    }

    /** Of the last thing Clawdbot's agent is noted to have said. */
    static End ofSaid(JsonNode message) {
        String text = content(message);
        if (text.isBlank()) {
            return new End.Failed(NO_ANSWER);
        }
        JsonNode usage = message.path("usage");
        boolean unused = usage.path("totalTokens").asLong(usage.path("total").asLong(0)) == 0;
        return unused && ERROR_LIKE.matcher(text.strip()).matches()
                ? new End.Failed(failure(text))
                : new End.Replied(text);
    }

    /** The text of a message, whose content is a string or a list of parts. */
    static String content(JsonNode message) {
        JsonNode content = message.path("content");
        return content.isString()
                ? content.asString("")
                : content.valueStream()
                        .filter(part -> part.path("type").asString("").equals("text"))
                        .map(part -> part.path("text").asString(""))
                        .collect(Collectors.joining("\n"));
    }

    private static String text(JsonNode payload) {
        return payload.path("result")
                .path("payloads")
                .valueStream()
                .filter(part -> !part.path("isError").asBoolean(false))
                .map(part -> part.path("text").asString(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static boolean unused(JsonNode meta) {
        return meta.path("agentMeta").path("usage").path("total").asLong(0) == 0;
    }

    /** What a provider's refusal means to the person; what is not known is told as it came, without ornaments. */
    static String failure(String message) {
        String plain = message.replaceAll("[^\\p{Print}]", "").strip();
        if (plain.contains("401") || plain.contains("API key") || plain.contains("uthentication failed")) {
            return "The Gateway's language model refused its key. Look after the key there; it may take a minute until it is tried again.";
        }
        if (plain.contains("429") || plain.toLowerCase(java.util.Locale.ROOT).contains("rate limit")) {
            return "The Gateway's language model is being asked too much at the moment. Try again in a minute.";
        }
        if (plain.matches(".*\\b(HTTP )?5\\d\\d\\b.*") || plain.contains("temporarily unavailable")) {
            return "The Gateway's language model has trouble of its own. Try again in a while.";
        }
        if (plain.contains("timed out")) {
            return TIME;
        }
        return plain.isEmpty()
                ? "The agent could not do it, and did not say why."
                : "The agent could not do it: " + shortened(plain);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }
}
