package dev.readback.agent.openclaw.wire;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The whole of {@code hello-ok}.
 *
 * @param tick how often the Gateway sends something at least
 * @param events the names of what it may tell; empty where it did not say
 * @param deviceToken what this device is to use from now on
 */
record Greeting(Hello hello, Duration tick, Set<String> events, Optional<String> deviceToken) {

    private static final Duration USUAL_TICK = Duration.ofSeconds(30);
    private static final long USUAL_PAYLOAD = 512 * 1024;

    static Greeting of(JsonNode payload) {
        JsonNode server = payload.path("server");
        JsonNode policy = payload.path("policy");
        Hello hello = new Hello(
                payload.path("protocol").asInt(0),
                server.path("version").asString("unknown"),
                server.path("bootId").asString(""),
                strings(payload.path("auth").path("scopes")),
                strings(payload.path("features").path("methods")),
                positive(policy.path("maxPayload"), USUAL_PAYLOAD));
        return new Greeting(
                hello,
                Duration.ofMillis(positive(policy.path("tickIntervalMs"), USUAL_TICK.toMillis())),
                strings(payload.path("features").path("events")),
                Optional.of(payload.path("auth").path("deviceToken").asString(""))
                        .filter(token -> !token.isBlank()));
    }

    private static long positive(JsonNode number, long otherwise) {
        long value = number.asLong(otherwise);
        return value > 0 ? value : otherwise;
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> found = new HashSet<>();
        list.forEach(one -> found.add(one.asString("")));
        return Set.copyOf(found);
    }
}
