package dev.readback.cli;

import java.io.PrintWriter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a conversation looks in a terminal: plain sentences, output set back, and the card of an open question. Colours respect NO_COLOR. */
final class Screen {

    private static final int OUTPUT_LINES = 12;

    private final PrintWriter out;
    private final boolean colours;

    Screen(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** Colours where they are seen and wanted. */
    static boolean coloursWanted() {
        return System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"))
                && Prompts.terminal().isPresent();
    }

    void say(String text) {
        print(TerminalText.harmless(text));
    }

    void aside(String text) {
        print(paint("2", TerminalText.harmless(text)));
    }

    private void print(String text) {
        out.println(text);
        out.flush();
    }

    /** Results and report of an execution. */
    void report(JsonNode reply, boolean withOutput) {
        if (withOutput) {
            reply.path("results").forEach(this::output);
        }
        say(reply.path("say").asString(""));
    }

    /** What is asked, about which command, where and why. */
    void card(JsonNode reply) {
        JsonNode question = reply.path("question");
        print(paint("1", TerminalText.harmless(question.path("text").asString(""))));
        waitingCommand(reply).ifPresent(command -> {
            aside("  command  " + command.path("command").asString(""));
            aside("  host     " + command.path("host").asString(""));
            command.path("reasons").forEach(reason -> aside("  because  " + reason.asString("")));
        });
    }

    /** Where to answer, said instead of asking when nobody can type. */
    static String hint(JsonNode question) {
        return switch (question.path("kind").asString("")) {
            case "confirm" -> "yes or no";
            case "repeat" -> "say its name, or no";
            default -> "your answer";
        };
    }

    String paint(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static Optional<JsonNode> waitingCommand(JsonNode reply) {
        JsonNode results = reply.path("results");
        for (int i = 0; i < results.size(); i++) {
            if ("pending_confirmation".equals(results.path(i).path("status").asString(""))) {
                return Optional.of(reply.path("commands").path(i));
            }
        }
        return Optional.empty();
    }

    private void output(JsonNode result) {
        String text = result.path("output").asString("").stripTrailing();
        if (text.isEmpty()) {
            return;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < Math.min(lines.length, OUTPUT_LINES); i++) {
            aside("  " + lines[i]);
        }
        if (lines.length > OUTPUT_LINES) {
            aside("  … " + (lines.length - OUTPUT_LINES) + " more lines");
        }
    }
}
