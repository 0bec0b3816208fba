package dev.readback.agent.openclaw;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Channels, and what was handed to them: once a key. Thread-safe. */
final class FakeOutbox {

    private final Set<String> channels = new LinkedHashSet<>();
    private final Map<String, JsonNode> sent = new LinkedHashMap<>();

    synchronized void channels(String... names) {
        channels.clear();
        channels.addAll(List.of(names));
    }

    synchronized List<JsonNode> sent() {
        return List.copyOf(sent.values());
    }

    synchronized Object send(JsonNode params) {
        String channel = params.path("channel").asString("");
        if (channel.isEmpty() && channels.isEmpty()) {
            throw FakeRefusal.invalid("Channel is required (no configured channels detected).");
        }
        if (!channels.contains(channel)) {
            throw FakeRefusal.invalid("unsupported channel: " + channel);
        }
        String key = params.path("idempotencyKey").asString("");
        sent.putIfAbsent(key, params);
        return Json.of("runId", key, "messageId", "fake-" + key, "channel", channel);
    }

    synchronized Object status() {
        Map<String, Object> all = new LinkedHashMap<>();
        channels.forEach(name -> all.put(name, Json.of("configured", true, "running", true, "connected", true)));
        return Json.of(
                "channelOrder", channels, "channelLabels", Map.of(), "channels", all, "channelAccounts", Map.of());
    }
}
