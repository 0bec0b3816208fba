package dev.readback.agent.openclaw.wire;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** One frame from a Gateway, as far as we understand it. */
sealed interface Frame {

    /**
     * {@code {type: res}}.
     *
     * @param payload an object, a list or a plain value; empty object where there was none
     * @param error an object; empty where there was none
     */
    record Answer(String id, boolean ok, JsonNode payload, JsonNode error) implements Frame {}

    /**
     * {@code {type: event}}.
     *
     * @param seq its number on this connection; some events, such as {@code tick}, have none
     */
    record Event(String name, JsonNode payload, OptionalLong seq) implements Frame {}

    /** What we cannot read. Its text is not kept: it is somebody else's. */
    record Noise(String kind) implements Frame {}
}
