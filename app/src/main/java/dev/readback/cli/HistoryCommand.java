package dev.readback.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What was said in a session. */
@Command(name = "history", description = "show what was said in a session", mixinStandardHelpOptions = true)
final class HistoryCommand extends Verb {

    @Parameters(paramLabel = "SESSION", arity = "0..1", description = "its id; the newest without")
    private String session = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "the last N turns (${DEFAULT-VALUE})")
    private int limit = 50;

    @Override
    public Integer call() {
        PrintWriter out = out();
        try (Server server = Server.find(settings())) {
            String key = session.isEmpty() ? newest(server.client()) : session;
            if (key.isEmpty()) {
                out.println("No sessions yet.");
                return 0;
            }
            JsonNode history = server.client()
                    .get("/sessions/" + key + "/history?limit=" + limit)
                    .path("history");
            history.forEach(turn -> out.println(line(turn)));
            out.flush();
            return 0;
        }
    }

    private static String newest(Client client) {
        JsonNode first = client.get("/sessions").path("sessions").path(0);
        return first.path("session_key").asString(first.path("session_id").asString(""));
    }

    private static String line(JsonNode turn) {
        return "%s  %-9s  %s"
                .formatted(
                        Times.local(
                                turn.path("at").asString(turn.path("timestamp").asString(""))),
                        turn.path("role").asString(""),
                        turn.path("content").asString(""));
    }
}
