package dev.readback.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The sessions, newest first: ours, and with their place those that Gateways hold. */
@Command(
        name = "sessions",
        description = "what was talked about, newest first; a place in brackets holds what is not held here",
        footer = {"", "Example:  readback sessions"},
        mixinStandardHelpOptions = true)
final class SessionsCommand extends Verb {

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "the last N sessions (${DEFAULT-VALUE})")
    private int limit = 50;

    @Override
    public Integer call() {
        try (Server server = Server.find(settings())) {
            tell(server.client().get("/sessions?limit=" + limit));
            return 0;
        }
    }

    /** @param page as the server sends it */
    void tell(JsonNode page) {
        PrintWriter out = out();
        JsonNode sessions = page.path("sessions");
        sessions.forEach(session -> out.println(line(session)));
        if (sessions.isEmpty()) {
            out.println("No sessions yet. Begin one: ./readback ask \"how full is the disk\"");
        }
        out.flush();
        page.path("missing").forEach(sentence -> err(TerminalText.harmless(sentence.asString(""))));
    }

    private static String line(JsonNode session) {
        String place = session.path("place").asString("");
        String title = session.path("title").asString("").lines().findFirst().orElse("");
        return TerminalText.harmless(String.join(
                "  ",
                session.path("session_key").asString(session.path("session_id").asString("")),
                Times.local(session.path("updated_at").asString("")),
                place.isEmpty() ? title : "[" + place + "] " + title));
    }
}
