package dev.readback.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** The sessions, newest first. */
@Command(
        name = "sessions",
        description = "what was talked about, newest first",
        footer = {"", "Example:  readback sessions"},
        mixinStandardHelpOptions = true)
final class SessionsCommand extends Verb {

    @Override
    public Integer call() {
        PrintWriter out = out();
        try (Server server = Server.find(settings())) {
            JsonNode sessions = server.client().get("/sessions").path("sessions");
            sessions.forEach(session -> out.println(line(session)));
            if (sessions.isEmpty()) {
                out.println("No sessions yet. Begin one: ./readback ask \"how full is the disk\"");
            }
            out.flush();
            return 0;
        }
    }

    private static String line(JsonNode session) {
        return String.join(
                "  ",
                session.path("session_key").asString(session.path("session_id").asString("")),
                Times.local(session.path("updated_at").asString("")),
                session.path("title").asString(""));
    }
}
