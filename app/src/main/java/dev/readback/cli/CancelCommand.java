package dev.readback.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Stops what is running or waiting, with everything it started. */
@Command(
        name = "cancel",
        description = "stop what is running or waiting for an answer",
        footer = {"", "Example:  readback cancel"},
        mixinStandardHelpOptions = true)
final class CancelCommand extends Verb {

    private static final List<String> UNDER_WAY = List.of("running", "waiting_for_input", "pending");

    @Option(names = "--session", paramLabel = "ID", description = "the session meant; the newest one without")
    private @Nullable String session;

    @Override
    public Integer call() {
        Screen screen = screen();
        try (Server server = Server.find(settings())) {
            Optional<JsonNode> target = target(server.client());
            if (target.isEmpty()) {
                screen.say("Nothing is under way.");
                return 1;
            }
            String id = target.get().path("execution_id").asString("");
            screen.say(server.client()
                    .post("/executions/" + id + "/cancel", Map.of(), 10)
                    .path("say")
                    .asString(""));
            return 0;
        }
    }

    private Optional<JsonNode> target(Client client) {
        if (session != null) {
            JsonNode current = client.get("/context/" + session);
            return Optional.of(current)
                    .filter(node -> UNDER_WAY.contains(node.path("state").asString("")));
        }
        return UNDER_WAY.stream()
                .map(state -> client.get("/executions?limit=1&state=" + state)
                        .path("executions")
                        .path(0))
                .filter(node -> !node.isMissingNode())
                .findFirst();
    }
}
