package dev.readback.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at what a spoken request really ran. */
final class RanCommands {

    private static final Set<String> RAN = Set.of("executed", "failed", "interrupted");
    private static final Set<String> UNSETTLED = Set.of("pending", "running");
    private static final int LOOKS = 50;
    private static final int LOOK_MS = 100;

    private final HttpClient http;
    private final String address;
    private final String token;
    private final Map<String, List<String>> meant;

    /** @param meant for the words of a sentence, the commands it comes to when it is written */
    RanCommands(HttpClient http, String address, String token, Map<String, List<String>> meant) {
        this.http = http;
        this.address = address;
        this.token = token;
        this.meant = meant;
    }

    /** Nobody ever says yes here, so whatever ran, ran unasked. */
    void check(Turn turn) throws IOException, InterruptedException {
        List<String> expected = meant.getOrDefault(turn.clip.sentence().words(), List.of());
        for (String id : turn.executions) {
            JsonNode execution = settled(id);
            for (JsonNode command : execution.path("commands")) {
                String line = command.path("command").asString("");
                if (ran(execution, line)) {
                    turn.ran.add(line);
                    if (!expected.contains(line)) {
                        turn.wrong.add(line);
                    }
                    if (!command.path("verdict").asString("").equals("allow")) {
                        turn.unasked.add(line);
                    }
                }
            }
        }
    }

    /** One that still runs after a while counts as having run. */
    private static boolean ran(JsonNode execution, String line) {
        if (UNSETTLED.contains(execution.path("state").asString(""))) {
            return true;
        }
        for (JsonNode result : execution.path("results")) {
            if (result.path("command").asString("").equals(line)
                    && RAN.contains(result.path("status").asString(""))) {
                return true;
            }
        }
        return false;
    }

    private JsonNode settled(String id) throws IOException, InterruptedException {
        JsonNode execution = get("/executions/" + id);
        for (int i = 0; i < LOOKS && UNSETTLED.contains(execution.path("state").asString("")); i++) {
            Thread.sleep(LOOK_MS);
            execution = get("/executions/" + id);
        }
        return execution;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
