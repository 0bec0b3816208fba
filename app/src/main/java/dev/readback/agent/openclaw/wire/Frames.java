package dev.readback.agent.openclaw.wire;

import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The frames of the protocol as text and back: one JSON object a frame. Reading never fails; what is no frame is {@link Frame.Noise}. */
final class Frames {

    /** Larger than any frame is allowed to be: the limit of a frame is kept by {@link Socket}. */
    private static final int LONGEST_STRING = 2 * Socket.LARGEST;

    static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .build();

    private Frames() {}

    static Frame read(String text) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JacksonException unreadable) {
            return new Frame.Noise("not JSON");
        }
        return switch (frame.path("type").asString("")) {
            case "res" -> answer(frame);
            case "event" -> event(frame);
            default -> new Frame.Noise("unknown type");
        };
    }

    static String request(String id, String method, Map<String, Object> params) {
        return JSON.writeValueAsString(Map.of("type", "req", "id", id, "method", method, "params", params));
    }

    private static Frame answer(JsonNode frame) {
        JsonNode id = frame.path("id");
        if (!id.isString() || !frame.path("ok").isBoolean()) {
            return new Frame.Noise("answer without id or ok");
        }
        return new Frame.Answer(
                id.asString(), frame.path("ok").asBoolean(), orNothing(frame, "payload"), object(frame, "error"));
    }

    private static Frame event(JsonNode frame) {
        JsonNode name = frame.path("event");
        JsonNode seq = frame.path("seq");
        return name.isString()
                ? new Frame.Event(
                        name.asString(),
                        object(frame, "payload"),
                        seq.isIntegralNumber() && seq.canConvertToLong()
                                ? OptionalLong.of(seq.asLong())
                                : OptionalLong.empty())
                : new Frame.Noise("event without a name");
    }

    private static JsonNode orNothing(JsonNode frame, String field) {
        JsonNode value = frame.path(field);
        return value.isMissingNode() || value.isNull() ? NOTHING : value;
    }

    private static JsonNode object(JsonNode frame, String field) {
        JsonNode value = frame.path(field);
        return value.isObject() ? value : NOTHING;
    }
}
