package dev.readback.notify;

import dev.readback.execution.Notice;
import dev.readback.notify.Outgoing.Unreachable;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * An address that is told by HTTP: ntfy (published as JSON, {@code sequence_id} so that a repeated message replaces itself), Slack (an incoming webhook), or
 * anything that takes our own JSON. Thread-safe.
 */
public final class WebhookChannel implements Channel {

    static final String NAME = "webhook";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final Kind kind;
    private final Optional<String> token;
    private final Outgoing http;

    /** What the address understands. */
    public enum Kind {
        NTFY,
        SLACK,
        JSON
    }

    /** @param token sent as a bearer token */
    public WebhookChannel(URI address, Kind kind, Optional<String> token, Outgoing http) {
        this.address = address;
        this.kind = kind;
        this.token = token;
        this.http = http;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Receipt deliver(Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", message.key());
        token.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
        try {
            return Statuses.receipt(http.postJson(target(), headers, JSON.writeValueAsString(body(message))));
        } catch (Unreachable e) {
            return new Receipt.Later(e.say());
        }
    }

    private Map<String, Object> body(Message message) {
        return switch (kind) {
            case NTFY -> ntfy(message);
            case SLACK -> Map.of("text", slack(message), "unfurl_links", false);
            case JSON -> plain(message);
        };
    }

    /** ntfy takes JSON at its root; the topic is the last part of the address. */
    private URI target() {
        return kind == Kind.NTFY ? ntfyRoot() : address;
    }

    private URI ntfyRoot() {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String path = path();
        return address.resolve(path.substring(0, path.lastIndexOf('/') + 1) + query);
    }

    private String path() {
        String path = Optional.ofNullable(address.getPath()).orElse("").replaceAll("/+$", "");
        return path.isEmpty() ? "/" : path;
    }

    private Map<String, Object> ntfy(Message message) {
        String path = path();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("topic", path.substring(path.lastIndexOf('/') + 1));
        body.put("title", message.title());
        body.put("message", message.body());
        body.put("priority", message.urgent() ? 4 : 3);
        body.put("tags", tags(message));
        body.put("sequence_id", message.key().replaceAll("[^A-Za-z0-9_-]", "-"));
        message.link().ifPresent(link -> body.put("click", link.address().toString()));
        return body;
    }

    private static List<String> tags(Message message) {
        return message.notices().stream()
                .limit(1)
                .map(notice -> switch (notice.kind()) {
                    case QUESTION -> "question";
                    case COMPLETED -> "white_check_mark";
                    case FAILED -> "x";
                    case INTERRUPTED -> "warning";
                })
                .toList();
    }

    private static String slack(Message message) {
        String text = escaped(message.text());
        return message.link()
                .map(link -> text + " <" + link.address() + "|" + escaped(link.words()) + ">")
                .orElse(text);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Documented in docs/notifications.md; fields are added, never taken away. */
    private static Map<String, Object> plain(Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message.key());
        body.put("title", message.title());
        body.put("text", message.body());
        message.link().ifPresent(link -> body.put("link", link.address().toString()));
        body.put("urgent", message.urgent());
        body.put("at", message.at().toString());
        List<Map<String, String>> notices = new ArrayList<>();
        message.notices().forEach(notice -> notices.add(fields(notice)));
        body.put("notices", notices);
        return body;
    }

    private static Map<String, String> fields(Notice notice) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", notice.id().toString());
        fields.put("kind", notice.kind().name().toLowerCase(Locale.ROOT));
        fields.put("session_id", notice.sessionId().toString());
        fields.put("execution_id", notice.executionId().toString());
        notice.questionId().ifPresent(id -> fields.put("question_id", id.toString()));
        fields.put("text", notice.text());
        fields.put("at", notice.at().toString());
        return fields;
    }
}
