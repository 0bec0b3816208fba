package dev.readback.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What was said in a session. */
@Command(
        name = "history",
        description = "what was said in a session",
        footer = {"", "Example:  readback history"},
        mixinStandardHelpOptions = true)
final class HistoryCommand extends Verb {

    @Parameters(paramLabel = "SESSION", arity = "0..1", description = "its id or key; the newest of ours without")
    private String session = "";

    private static final int COLUMN = 32;
    private static final int LOOKED_THROUGH = 1000;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "the last N turns (${DEFAULT-VALUE})")
    private int limit = 50;

    @Override
    public Integer call() {
        Screen screen = screen();
        try (Server server = Server.find(settings())) {
            String key = session.isEmpty() ? newest(server.client()) : session;
            if (key.isEmpty()) {
                screen.say("No sessions yet.");
                return 0;
            }
            server.client()
                    .get("/sessions/" + escaped(key) + "/history?limit=" + limit)
                    .path("history")
                    .forEach(turn -> show(screen, turn));
            return 0;
        }
    }

    private static String newest(Client client) {
        return newest(client.get("/sessions?limit=" + LOOKED_THROUGH));
    }

    /** @param page of sessions, as the server sends it */
    static String newest(JsonNode page) {
        return page.path("sessions")
                .valueStream()
                .map(session -> session.path("session_id").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A Gateway's key may hold what an address must not. */
    static String escaped(String key) {
        return URLEncoder.encode(key, UTF_8).replace("+", "%20");
    }

    private static void show(Screen screen, JsonNode turn) {
        String who = turn.path("role").asString("");
        String at = Times.local(turn.path("at").asString(turn.path("timestamp").asString("")));
        screen.row(
                who.equals("user") ? "1" : "",
                at + "  " + who,
                turn.path("content").asString(""),
                COLUMN);
    }
}
