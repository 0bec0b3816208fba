package dev.readback.cli;

import tools.jackson.databind.JsonNode;

/** How a request went: figures or what was printed, then the sentence. */
final class Report {

    private final Screen screen;
    private final Detail detail;

    Report(Screen screen, Detail detail) {
        this.screen = screen;
        this.detail = detail;
    }

    /** @param printed whether its output was shown while it ran */
    void show(JsonNode reply, boolean printed) {
        JsonNode results = reply.path("results");
        for (JsonNode result : results) {
            boolean figured = figures(result);
            if (!printed && (!figured || detail == Detail.ALL)) {
                output(result, results.size() > 1);
            }
        }
        screen.say(reply.path("say").asString(""));
    }

    private boolean figures(JsonNode result) {
        JsonNode figures = result.path("figures");
        if (detail == Detail.SENTENCE || figures.isEmpty()) {
            return false;
        }
        new Figures(screen.look()).lines(figures).forEach(screen::print);
        return true;
    }

    private void output(JsonNode result, boolean several) {
        String text = result.path("output").asString("").stripTrailing();
        if (text.isEmpty() || detail == Detail.SENTENCE) {
            return;
        }
        if (several) {
            screen.aside("$ " + result.path("command").asString(""));
        }
        LiveOutput shown = new LiveOutput(screen, detail);
        shown.take(0, text + "\n");
        shown.end();
    }
}
