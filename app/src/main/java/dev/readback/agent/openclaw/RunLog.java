package dev.readback.agent.openclaw;

import dev.readback.agent.Outcome.Output;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a run has said and done so far, from the events of its turns. The same event twice changes nothing. Confined to one thread. */
final class RunLog {

    /** Between what the agent says and what it ran. */
    static final String RAN = "What it ran:\n";

    private static final String MARK = "<<<NEED_INPUT";
    private static final int MOST = 1 << 20;
    private static final int LONGEST_PHRASE = 120;

    private final Consumer<String> output;
    private final Consumer<String> progress;
    private final Map<String, ToolCall> tools = new LinkedHashMap<>();
    private final Map<String, JsonNode> early = new HashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();

    /**
     * @param output told of each piece that is to be shown as it comes
     * @param progress told what it is at
     */
    RunLog(Consumer<String> output, Consumer<String> progress) {
        this.output = output;
        this.progress = progress;
    }

    /** Takes in the payload of an {@code agent} event. */
    void heard(JsonNode payload) {
        JsonNode data = payload.path("data");
        switch (payload.path("stream").asString("")) {
            case "assistant" -> said(payload, data);
            case "tool" -> tool(data);
            case "run_status" -> status(data);
            case "lifecycle" -> lifecycle(data);
            default -> {}
        }
    }

    Optional<ToolCall> tool(String id) {
        return Optional.ofNullable(tools.get(id));
    }

    /** Takes in tools whose events were missed, from the history. */
    void missed(List<ToolCall> written) {
        for (ToolCall call : written) {
            if (tool(call.id()).filter(known -> known.done() || !call.done()).isEmpty()) {
                Optional<String> denied = tool(call.id()).flatMap(ToolCall::denied);
                tools.put(call.id(), denied.map(call::denied).orElse(call));
            }
        }
    }

    /** Whether a line was let run, or may have been, by another use of a tool than this one. */
    boolean mayHaveRun(String line, String exceptCall) {
        return tools().stream()
                .filter(call -> !call.id().equals(exceptCall) && call.denied().isEmpty())
                .anyMatch(call -> call.command().filter(line::equals).isPresent());
    }

    /** Notes that a command is not let run. */
    void denied(String toolCall, String why) {
        tool(toolCall).ifPresent(call -> tools.put(toolCall, call.denied(why)));
    }

    List<ToolCall> tools() {
        return List.copyOf(tools.values());
    }

    /** The whole, for the record: what it said first, then what it ran. */
    Output with(String reply) {
        String ran = tools.values().stream().map(ToolCall::shown).collect(Collectors.joining("\n\n"));
        String whole = ran.isEmpty() ? reply.strip() : (reply.strip() + "\n\n" + RAN + ran).strip();
        return whole.length() <= MOST
                ? new Output(whole, 0)
                : new Output(whole.substring(0, MOST), whole.length() - MOST);
    }

    /** Clawdbot and OpenClaw both send all of the text so far; what was shown is not shown again, in whatever order it comes. */
    private void said(JsonNode payload, JsonNode data) {
        String item =
                payload.path("runId").asString("") + "/" + data.path("itemId").asString("");
        String text = data.path("text").asString("");
        int from = shown.getOrDefault(item, 0);
        int to = before(text);
        if (to > from) {
            output.accept(text.substring(from, to));
            shown.put(item, to);
        }
    }

    /** Where the mark of a question begins, or may be about to: that is no answer. */
    private static int before(String text) {
        int mark = text.indexOf(MARK);
        int begun = mark;
        for (int length = MARK.length() - 1; begun < 0 && length > 0; length--) {
            begun = text.endsWith(MARK.substring(0, length)) ? text.length() - length : begun;
        }
        return begun < 0 ? text.length() : begun;
    }

    private void tool(JsonNode data) {
        String id = data.path("toolCallId").asString("");
        switch (data.path("phase").asString("")) {
            case "start" -> started(id, data);
            case "update" ->
                tool(id).filter(call -> !call.done())
                        .ifPresent(call -> printed(
                                call,
                                data.path("partialResult")
                                        .path("content")
                                        .path(0)
                                        .path("text")
                                        .asString("")));
            case "result" ->
                tool(id).ifPresentOrElse(
                                call -> ended(call, data.path("result")), () -> early.put(id, data.path("result")));
            default -> {}
        }
    }

    private void started(String id, JsonNode data) {
        if (tools.containsKey(id)) {
            return;
        }
        ToolCall call = ToolCall.started(data);
        tools.put(id, call);
        output.accept("\n" + call.named() + "\n");
        progress.accept(
                call.command().map(line -> "Wants to run " + shortened(line)).orElse("Uses " + call.name()));
        Optional.ofNullable(early.remove(id)).ifPresent(result -> ended(call, result));
    }

    private void printed(ToolCall call, String cumulative) {
        if (call.command().isPresent() && cumulative.startsWith(call.output())) {
            output.accept(cumulative.substring(call.output().length()));
            tools.put(call.id(), call.printed(cumulative));
        }
    }

    private void ended(ToolCall call, JsonNode result) {
        if (call.done()) {
            return;
        }
        ToolCall done = call.ended(result);
        if (call.command().isPresent() && call.denied().isEmpty()) {
            String rest = rest(call.output(), done.output());
            output.accept(rest
                    + done.exitCode()
                            .filter(code -> code != 0)
                            .map(code -> "\n[exit " + code + "]")
                            .orElse("") + "\n");
        }
        tools.put(call.id(), done);
        progress.accept("Thinking");
    }

    /** What has not been shown yet; the whole comes without the white space at its end. */
    private static String rest(String shown, String whole) {
        if (whole.startsWith(shown)) {
            return whole.substring(shown.length()).stripTrailing();
        }
        return shown.strip().equals(whole.strip()) ? "" : "\n" + whole;
    }

    private void status(JsonNode data) {
        String message = data.path("message").asString("");
        if (!message.isEmpty()) {
            progress.accept(shortened(message));
        }
    }

    private void lifecycle(JsonNode data) {
        switch (data.path("phase").asString("")) {
            case "start", "model" -> progress.accept("Thinking");
            case "approval-resolved" -> progress.accept("Running");
            default -> {}
        }
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST_PHRASE ? line : line.substring(0, LONGEST_PHRASE) + "…";
    }
}
