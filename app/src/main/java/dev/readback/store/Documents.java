package dev.readback.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.readback.agent.Preparation;
import dev.readback.execution.Event;
import dev.readback.gate.LineForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON documents. Fields unknown here are skipped, so that what a newer version wrote can be read; new fields must be Optional, a collection
 * or a number, because an older document lacks them. ASCII only, so that NUL and half surrogate pairs survive in either database.
 */
final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(List.class, Documents::emptyWhereAbsent)
            .withConfigOverride(Map.class, Documents::emptyWhereAbsent)
            .withConfigOverride(Optional.class, Documents::emptyWhereAbsent)
            .addMixIn(Preparation.class, PreparationTypes.class)
            .addMixIn(LineForm.class, LineFormTypes.class)
            .addMixIn(Event.class, EventTypes.class)
            .build();

    private Documents() {}

    private static void emptyWhereAbsent(MutableConfigOverride type) {
        type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Events are written by the type they are declared with, so that the name of the variety is part of the document. */
    static String write(Event event) {
        return MAPPER.writerFor(Event.class).writeValueAsString(event);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new StoreFailure(
                    "database_broken",
                    "A stored " + type.getSimpleName().toLowerCase(Locale.ROOT) + " cannot be read.",
                    e);
        }
    }

    /**
     * The facts of an audit entry.
     *
     * @throws JacksonException where the text is not JSON
     * @throws IllegalArgumentException where it is not an object of strings
     */
    static SortedMap<String, String> facts(String json) {
        JsonNode facts = MAPPER.readTree(json);
        if (!facts.isObject()) {
            throw new IllegalArgumentException("facts is not an object");
        }
        SortedMap<String, String> found = new TreeMap<>();
        facts.forEachEntry((name, value) -> found.put(name, string(value)));
        return found;
    }

    private static String string(JsonNode value) {
        if (!value.isString()) {
            throw new IllegalArgumentException("a fact is not a string");
        }
        return value.stringValue();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Preparation.Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = Preparation.Impossible.class, name = "impossible")
    })
    private interface PreparationTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LineForm.Simple.class, name = "simple"),
        @JsonSubTypes.Type(value = LineForm.Script.class, name = "script")
    })
    private interface LineFormTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Event.Said.class, name = "said"),
        @JsonSubTypes.Type(value = Event.StateChanged.class, name = "state_changed"),
        @JsonSubTypes.Type(value = Event.Output.class, name = "output"),
        @JsonSubTypes.Type(value = Event.Progress.class, name = "progress"),
        @JsonSubTypes.Type(value = Event.Asked.class, name = "asked"),
        @JsonSubTypes.Type(value = Event.Closed.class, name = "closed")
    })
    private interface EventTypes {}
}
