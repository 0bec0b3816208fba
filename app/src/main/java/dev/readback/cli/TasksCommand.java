package dev.readback.cli;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** What is under way in all sessions, and how to answer or stop it. */
@Command(
        name = "tasks",
        description = "what runs and what waits for an answer, with the command that answers it",
        footer = {"", "Example:  readback tasks"},
        mixinStandardHelpOptions = true)
final class TasksCommand extends Verb {

    @Override
    public Integer call() {
        Screen screen = screen();
        try (Server server = Server.find(settings())) {
            List<JsonNode> tasks = Tasks.underWay(server.client());
            Tasks.show(server.client(), screen, tasks, Instant.now(), false);
            if (tasks.isEmpty()) {
                screen.say("Nothing is running or waiting.");
            }
            return 0;
        }
    }
}
