package dev.readback.cli;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an execution waits for, read from the server's answer, and how a person answers it. */
final class Waiting {

    private Waiting() {}

    static boolean waits(JsonNode reply) {
        return "waiting_for_input".equals(reply.path("state").asString(""))
                && reply.path("question").isObject();
    }

    static String questionId(JsonNode reply) {
        return reply.path("question").path("id").asString("");
    }

    static String kind(JsonNode reply) {
        return reply.path("question").path("kind").asString("");
    }

    /** The command the question is about; a question about something else has another context. */
    static Optional<JsonNode> command(JsonNode reply) {
        int at = place(reply);
        return at < 0 ? Optional.empty() : Optional.of(reply.path("commands").path(at));
    }

    /** Such as {@code 2 of 3}; empty where there is but one. */
    static Optional<String> step(JsonNode reply) {
        int all = reply.path("commands").size();
        return all < 2 ? Optional.empty() : Optional.of((place(reply) + 1) + " of " + all);
    }

    /** A host's name as a person says it. */
    static String place(String host) {
        return host.isEmpty() || host.equals("local") ? "this machine" : host;
    }

    /** What to type, asked for in the same words everywhere. */
    static String hint(JsonNode reply) {
        JsonNode question = reply.path("question");
        return switch (kind(reply)) {
            case "confirm" -> "yes or no";
            case "repeat" -> "type its name" + name(question) + ", or no";
            default -> question.path("choices").isEmpty() ? "your answer" : "its number, or your own words";
        };
    }

    /** The words that stand for the answer in a command to copy. */
    static String example(JsonNode reply) {
        return switch (kind(reply)) {
            case "confirm" -> "yes";
            case "repeat" -> "\"its name\"";
            default -> "\"your answer\"";
        };
    }

    /** The words meant: to a choice, and to nothing else, a number stands for what it was shown with. */
    static String meant(JsonNode reply, String words) {
        List<String> choices = Texts.of(reply.path("question").path("choices"));
        String said = words.strip();
        if (!kind(reply).equals("clarify") || choices.contains(said) || !said.matches("[1-9]\\d?")) {
            return said;
        }
        int at = Integer.parseInt(said) - 1;
        return at < choices.size() ? choices.get(at) : said;
    }

    private static String name(JsonNode question) {
        String object = question.path("object").asString("").replaceAll("/+$", "");
        String last = object.substring(object.lastIndexOf('/') + 1);
        return last.isEmpty() ? "" : " (" + last + ")";
    }

    private static int place(JsonNode reply) {
        JsonNode results = reply.path("results");
        String context = reply.path("question").path("context").asString("");
        for (int i = 0; i < results.size(); i++) {
            boolean pending =
                    "pending_confirmation".equals(results.path(i).path("status").asString(""));
            if (pending
                    && context.equals(
                            reply.path("commands").path(i).path("command").asString(""))) {
                return i;
            }
        }
        return -1;
    }
}
