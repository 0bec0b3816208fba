package dev.readback.notify;

import dev.readback.notify.Outgoing.Answer;
import dev.readback.notify.Outgoing.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WhatsApp's Cloud API (Graph API, {@code POST /<phone id>/messages}). Where the person has not written for 24 hours it takes only an approved template;
 * it says so at once, or later by the webhook. Thread-safe.
 */
public final class WhatsAppCloudChannel implements Channel {

    public static final String NAME = "whatsapp-cloud";

    /** Where the Graph API is. */
    public static final URI GRAPH = URI.create("https://graph.facebook.com/v23.0");

    static final int NOT_WRITTEN_LATELY = 131_047;
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Account account;
    private final Outgoing http;
    private final Supplier<Optional<Instant>> lastHeard;
    private final InstantSource clock;
    private volatile Instant refusedAt = Instant.MIN;

    /**
     * Whose number sends, and to whom.
     *
     * @param graph {@link #GRAPH}
     * @param to the person's number with its country code
     * @param template {@code name} or {@code name:language}: one with a single parameter in its body
     * @param hears whether the webhook is set up, so that it is known when the person last wrote
     */
    public record Account(
            URI graph, String token, String phoneId, String to, Optional<String> template, boolean hears) {
        @Override
        public String toString() {
            return "Account[" + phoneId + "]";
        }
    }

    /** @param lastHeard when the person last wrote to us */
    public WhatsAppCloudChannel(
            Account account, Outgoing http, Supplier<Optional<Instant>> lastHeard, InstantSource clock) {
        this.account = account;
        this.http = http;
        this.lastHeard = lastHeard;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Receipt deliver(Message message) {
        try {
            if (account.template().isPresent() && windowClosed()) {
                return read(post(templated(message)));
            }
            Answer answer = post(text(message));
            return code(answer) == NOT_WRITTEN_LATELY && account.template().isPresent()
                    ? read(post(templated(message)))
                    : read(answer);
        } catch (Unreachable e) {
            return new Receipt.Later(e.say());
        }
    }

    /** WhatsApp said afterwards that a plain text was too late; until the person writes again only the template is tried. */
    public void notWrittenLately() {
        refusedAt = clock.instant();
    }

    /** Whether another try can help after WhatsApp said this about a message. */
    public boolean worthAnotherTry(int code) {
        return code == NOT_WRITTEN_LATELY && account.template().isPresent();
    }

    /** What an error of WhatsApp's means, in a sentence. */
    public static String sentence(int code) {
        return switch (code) {
            case NOT_WRITTEN_LATELY ->
                "You have not written to it on WhatsApp for 24 hours, and no template is set for that.";
            case 131_026 -> "WhatsApp cannot reach this number.";
            case 0, 190 -> "WhatsApp does not accept the token any more.";
            case 3, 10, 131_005 -> "WhatsApp does not let this token send messages.";
            case 131_030 -> "WhatsApp lets its test number send to listed numbers only.";
            case 131_042 -> "WhatsApp has trouble with the payment for this account.";
            default ->
                code >= 132_000 && code < 133_000
                        ? "WhatsApp does not accept the template (error " + code + ")."
                        : "WhatsApp refused the message (error " + code + ").";
        };
    }

    private boolean windowClosed() {
        Optional<Instant> last = lastHeard.get();
        boolean refused = !last.filter(at -> at.isAfter(refusedAt)).isPresent() && refusedAt.isAfter(Instant.MIN);
        boolean recent =
                last.filter(at -> at.plus(WINDOW).isAfter(clock.instant())).isPresent();
        return refused || (account.hears() && !recent);
    }

    private Answer post(Map<String, Object> body) {
        URI address = URI.create(account.graph() + "/" + account.phoneId() + "/messages");
        return http.postJson(
                address, Map.of("Authorization", "Bearer " + account.token()), JSON.writeValueAsString(body));
    }

    private Map<String, Object> text(Message message) {
        Map<String, Object> body = envelope(message, "text");
        body.put("text", Map.of("preview_url", false, "body", message.whole()));
        return body;
    }

    private Map<String, Object> templated(Message message) {
        List<String> name = List.of(account.template().orElseThrow().split(":", 2));
        Map<String, Object> parameter = Map.of("type", "text", "text", Wording.line(message.whole()));
        Map<String, Object> body = envelope(message, "template");
        body.put(
                "template",
                Map.of(
                        "name",
                        name.getFirst(),
                        "language",
                        Map.of("code", name.size() == 2 ? name.getLast() : "en"),
                        "components",
                        List.of(Map.of("type", "body", "parameters", List.of(parameter)))));
        return body;
    }

    private Map<String, Object> envelope(Message message, String type) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        body.put("recipient_type", "individual");
        body.put("to", account.to().replace("+", ""));
        message.inReplyTo().ifPresent(ref -> body.put("context", Map.of("message_id", ref)));
        body.put("type", type);
        return body;
    }

    private static Receipt read(Answer answer) {
        if (answer.status() >= 200 && answer.status() < 300) {
            return new Receipt.Delivered(
                    Optional.of(tree(answer).at("/messages/0/id").asString("")).filter(id -> !id.isEmpty()));
        }
        int code = code(answer);
        return switch (code) {
            // Too fast, for us, for the account, for this pair of numbers; and their own troubles.
            case 4, 80_007, 130_429, 131_048, 131_056 ->
                new Receipt.Later("WhatsApp wants fewer messages for now.", answer.retryAfter());
            case 1, 2, 131_000, 131_016, 133_004 ->
                new Receipt.Later("WhatsApp has trouble of its own (error " + code + ").", answer.retryAfter());
            case -1 -> Statuses.receipt(answer);
            default ->
                answer.status() == 429 || answer.status() >= 500
                        ? Statuses.receipt(answer)
                        : new Receipt.Never(sentence(code));
        };
    }

    /** WhatsApp's own number for what is wrong; -1 where it gives none. */
    private static int code(Answer answer) {
        return answer.status() < 400 ? -1 : tree(answer).at("/error/code").asInt(-1);
    }

    private static JsonNode tree(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
