package dev.readback.agent.openclaw;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One use of a tool by the agent, as far as it is known.
 *
 * @param id the Gateway's {@code toolCallId}
 * @param command what {@code exec} was to run; empty for other tools
 * @param environment whether it wanted variables of its own for it
 * @param done whether its result has come
 * @param exitCode of a command that ended by itself
 * @param output what it printed so far
 * @param denied why it was not let run
 */
record ToolCall(
        String id,
        String name,
        Optional<String> command,
        boolean environment,
        boolean done,
        Optional<Integer> exitCode,
        String output,
        Optional<String> denied) {

    private static final Pattern EXITED = Pattern.compile("\\s*\\(Command exited with code (\\d{1,3})\\)\\s*$");
    private static final String DENIED = "Exec denied";

    static ToolCall started(JsonNode data) {
        return begun(data, "toolCallId", "args");
    }

    private static ToolCall begun(JsonNode call, String id, String arguments) {
        JsonNode args = call.path(arguments);
        return new ToolCall(
                call.path(id).asString(""),
                call.path("name").asString("a tool"),
                Optional.of(args.path("command").asString("")).filter(command -> !command.isEmpty()),
                !args.path("env").isEmpty(),
                false,
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** @param cumulative all that it has printed by now */
    ToolCall printed(String cumulative) {
        return new ToolCall(id, name, command, environment, done, exitCode, cumulative, denied);
    }

    ToolCall ended(JsonNode result) {
        JsonNode details = result.path("details");
        JsonNode exit = details.path("exitCode");
        String text = result.path("content").path(0).path("text").asString("");
        return new ToolCall(
                id,
                name,
                command,
                environment,
                true,
                exit.isNumber() ? Optional.of(exit.asInt()) : Optional.empty(),
                EXITED.matcher(details.path("aggregated").asString(text)).replaceAll(""),
                denied);
    }

    /** One as it stands in a history. */
    static ToolCall written(JsonNode part) {
        return begun(part, "id", "arguments");
    }

    /** The same with its result as it stands in a history. */
    ToolCall written(String text, boolean error) {
        Matcher failed = EXITED.matcher(text);
        boolean ran = !error && !text.startsWith(DENIED);
        Optional<Integer> exit = failed.find()
                ? Optional.of(Integer.parseInt(failed.group(1)))
                : ran && command.isPresent() ? Optional.of(0) : Optional.empty();
        return new ToolCall(
                id, name, command, environment, true, exit, failed.reset().replaceAll(""), denied);
    }

    ToolCall denied(String why) {
        return new ToolCall(id, name, command, environment, done, exitCode, output, Optional.of(why));
    }

    /** What it is, while it goes on. */
    String named() {
        return command.map(line -> "$ " + line).orElse("(" + name + ")");
    }

    /** How it is shown beside what the agent says. */
    String shown() {
        if (denied.isPresent()) {
            return "Not run: " + command.orElse(name) + "\n" + denied.get();
        }
        String head = named();
        String body = output.isBlank() || command.isEmpty() ? "" : "\n" + output.strip();
        String open = done || command.isEmpty() ? "" : "\n[how it ended is not known]";
        return head
                + body
                + open
                + exitCode.filter(code -> code != 0)
                        .map(code -> "\n[exit " + code + "]")
                        .orElse("");
    }
}
