package dev.readback.cli;

import tools.jackson.databind.JsonNode;

/** What was said in a session. */
final class Turns {

    private Turns() {}

    static void show(Screen screen, JsonNode history) {
        for (JsonNode turn : history) {
            boolean person = "user".equals(turn.path("role").asString(""));
            screen.row(
                    person ? "1" : "", person ? "you" : "", turn.path("content").asString(""));
        }
    }
}
