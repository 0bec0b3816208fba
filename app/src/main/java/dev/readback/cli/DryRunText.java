package dev.readback.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A dry run as text: each command with its verdict and reasons, then the sentence. */
final class DryRunText {

    private DryRunText() {}

    static String of(JsonNode reply) {
        List<String> lines = new ArrayList<>();
        reply.path("commands").forEach(command -> {
            lines.add("%-8s %s"
                    .formatted(
                            command.path("verdict").asString(""),
                            command.path("command").asString("")));
            command.path("reasons").forEach(reason -> lines.add("         " + reason.asString("")));
        });
        lines.add(reply.path("say").asString(""));
        return String.join(System.lineSeparator(), lines);
    }
}
