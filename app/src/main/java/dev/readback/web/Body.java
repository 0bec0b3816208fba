package dev.readback.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The JSON object a call came with, read field by field; a field of the wrong type is named in the problem, an unknown one is ignored. */
final class Body {
    static final int JSON_LIMIT = 64 * 1024;
    private static final int DRAINED = 4 * 1024 * 1024;
    private final JsonNode fields;
    private final byte[] bytes;

    private Body(JsonNode fields, byte[] bytes) {
        this.fields = fields;
        this.bytes = bytes;
    }

    /** Reads the body of a call that takes JSON. */
    static Body of(Context context) {
        requireType(context, "application/json");
        byte[] bytes = read(context, JSON_LIMIT);
        JsonNode fields = Json.read(bytes);
        if (!fields.isObject()) {
            throw new BadRequest("body", "The body must be a JSON object.");
        }
        return new Body(fields, bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    static void requireType(Context context, String... accepted) {
        String given = Optional.ofNullable(context.contentType()).orElse("");
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!List.of(accepted).contains(type)) {
            throw new Refused("unsupported_media_type", "Send this as " + String.join(" or ", accepted) + ".");
        }
    }

    /** Reads at most {@code limit} bytes; a longer body is refused. */
    static byte[] read(Context context, int limit) {
        InputStream in = context.bodyInputStream();
        try {
            byte[] bytes = context.req().getContentLengthLong() > limit ? new byte[0] : in.readNBytes(limit + 1);
            if (bytes.length > limit || context.req().getContentLengthLong() > limit) {
                throw tooLarge(context, in, limit);
            }
            return bytes;
        } catch (IOException gone) {
            throw new UncheckedIOException("the body could not be read", gone);
        }
    }

    /** Reads on for a while, so that a client that writes before it reads gets to see the answer. */
    private static Refused tooLarge(Context context, InputStream in, int limit) throws IOException {
        in.skip(DRAINED);
        context.header("Connection", "close");
        return new Refused("body_too_large", "The body is larger than " + limit / 1024 + " KiB.");
    }

    Optional<String> text(String name) {
        return field(name).map(node -> string(node, name));
    }

    String requiredText(String name, int mostBytes) {
        String text = text(name).orElseThrow(() -> new BadRequest(name, name + " is missing."));
        if (text.isBlank()) {
            throw new BadRequest(name, name + " is blank.");
        }
        return Texts.checked(name, text, mostBytes);
    }

    /** A text, or a list of texts, blank ones left out; at least one must remain. */
    List<String> lines(String name, int mostBytes) {
        JsonNode node = field(name).orElseThrow(() -> new BadRequest(name, name + " is missing."));
        List<String> lines = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(line -> lines.add(string(line, name)));
        } else {
            lines.add(string(node, name));
        }
        lines.removeIf(String::isBlank);
        if (lines.isEmpty()) {
            throw new BadRequest(name, name + " is blank.");
        }
        Texts.checked(name, String.join("\n", lines), mostBytes);
        return lines;
    }

    Optional<UUID> id(String name) {
        return text(name).map(text -> Texts.id(name, text));
    }

    boolean flag(String name) {
        return field(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw new BadRequest(name, name + " must be true or false.");
                    }
                    return node.booleanValue();
                })
                .orElse(false);
    }

    private Optional<JsonNode> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(node -> !node.isNull());
    }

    private static String string(JsonNode node, String name) {
        if (!node.isString()) {
            throw new BadRequest(name, name + " must be text.");
        }
        return node.stringValue();
    }
}
