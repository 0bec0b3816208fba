package dev.readback.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What runs, waits for an answer, or waits for its turn, in all sessions; oldest first. */
final class Tasks {

    private static final List<String> UNDER_WAY = List.of("running", "waiting_for_input", "pending");

    private Tasks() {}

    static List<JsonNode> underWay(Client client) {
        return UNDER_WAY.stream()
                .flatMap(state -> in(client, state))
                .sorted(Comparator.comparing(Tasks::begun))
                .toList();
    }

    /** Those with an open question. Each is asked for by its name, since whoever sees the question may answer it. */
    static List<JsonNode> waiting(Client client) {
        return in(client, "waiting_for_input")
                .map(task -> client.get("/executions/" + id(task)))
                .filter(Waiting::waits)
                .sorted(Comparator.comparing(Tasks::begun))
                .toList();
    }

    /** The command that answers a question from anywhere. */
    static String answering(JsonNode reply) {
        return "./readback answer --session " + session(reply) + " --question " + Waiting.questionId(reply) + " "
                + Waiting.example(reply);
    }

    static String id(JsonNode task) {
        return task.path("execution_id").asString("");
    }

    static String session(JsonNode task) {
        return task.path("session_id").asString("");
    }

    /**
     * Shows each; a question in full, so that it may be answered.
     *
     * @param numbered whether they are spoken of by number here
     */
    static void show(Client client, Screen screen, List<JsonNode> tasks, Instant now, boolean numbered) {
        for (int i = 0; i < tasks.size(); i++) {
            String number = numbered ? (i + 1) + " " : "";
            show(client.get("/executions/" + id(tasks.get(i))), screen, number, now, numbered);
        }
    }

    private static void show(JsonNode task, Screen screen, String number, Instant now, boolean numbered) {
        boolean waits = Waiting.waits(task);
        String what = waits
                ? task.path("question").path("text").asString("")
                : String.join(" ", Texts.of(task.path("transcript")));
        screen.row("1", number + state(task), what);
        screen.row("since", Elapsed.of(age(task, now)));
        if (waits) {
            Waiting.command(task).ifPresent(command -> {
                screen.row("", "command", command.path("command").asString(""));
                screen.row("on", Waiting.place(command.path("host").asString("")));
            });
        }
        if (!numbered) {
            ways(task).forEach(way -> screen.copyable("  " + way));
        }
    }

    private static List<String> ways(JsonNode task) {
        List<String> ways = new ArrayList<>();
        if (Waiting.waits(task)) {
            ways.add(answering(task));
        } else {
            ways.add("./readback cancel --session " + session(task));
        }
        return ways;
    }

    private static String state(JsonNode task) {
        return switch (task.path("state").asString("")) {
            case "waiting_for_input" -> "asks";
            case "pending" -> "queued";
            default -> "runs";
        };
    }

    private static Stream<JsonNode> in(Client client, String state) {
        List<JsonNode> tasks = new ArrayList<>();
        client.get("/executions?limit=100&state=" + state).path("executions").forEach(tasks::add);
        return tasks.stream();
    }

    private static Duration age(JsonNode task, Instant now) {
        try {
            return Duration.between(Instant.parse(begun(task)), now);
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private static String begun(JsonNode task) {
        return task.path("created_at").asString("");
    }
}
