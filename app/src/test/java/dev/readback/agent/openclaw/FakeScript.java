package dev.readback.agent.openclaw;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The scripted model, steered by words in the message: {@code RUN:<command>}, {@code TOOL:ask_user:{"questions":[…]}} (or by way of
 * {@code tool_call}), {@code NEEDINPUT}, {@code SLOW:<ms>} before anything else, {@code STREAM:<n>:<ms>}, {@code ERR500}, {@code ERR429}, {@code ERR401},
 * {@code EMPTY}, {@code HANG}; else it says the message again after {@code ECHO: }.
 */
final class FakeScript {

    private static final Pattern RUN = Pattern.compile("RUN:(.+?)(?:\\n|$)");
    private static final Pattern TOOL = Pattern.compile("TOOL:([\\w.]+):(\\{.*})", Pattern.DOTALL);
    private static final Pattern SLOW = Pattern.compile("SLOW:(\\d+)");
    private static final Pattern STREAM = Pattern.compile("STREAM:(\\d+):(\\d+)");
    private static final Pattern FAIL = Pattern.compile("\\b(ERR500|ERR429|ERR401|EMPTY|HANG)\\b");
    private static final String NEED_INPUT =
            "<<<NEED_INPUT>>>\nWhich database should I back up: production or staging?\n"
                    + "<<<CONTEXT>>>\nTwo PostgreSQL databases were found.\n<<<END_INPUT>>>";

    private final FakeRun run;
    private final FakeTools tools;

    /** How a turn ended: what was said, and whether the provider failed. */
    record End(String text, boolean failed) {}

    FakeScript(FakeState state, FakeRun run) {
        this.run = run;
        this.tools = new FakeTools(state, run);
    }

    End play(String message) throws InterruptedException {
        Matcher slow = SLOW.matcher(message);
        if (slow.find()) {
            Thread.sleep(Long.parseLong(slow.group(1)));
        }
        Matcher fail = FAIL.matcher(message);
        return fail.find() ? failed(fail.group(1)) : worked(message);
    }

    private End failed(String how) throws InterruptedException {
        return switch (how) {
            case "ERR500" -> new End("HTTP 500: fake internal error", true);
            case "ERR429" -> new End("HTTP 429: Rate limit reached", true);
            case "ERR401" -> new End("401 Incorrect API key provided", true);
            case "EMPTY" -> run.openclaw ? said("ECHO: (asked again)") : new End("", false);
            default -> {
                Thread.sleep(Long.MAX_VALUE);
                yield new End("", true);
            }
        };
    }

    private End worked(String message) throws InterruptedException {
        Matcher stream = STREAM.matcher(message);
        if (stream.find()) {
            return streamed(Integer.parseInt(stream.group(1)), Long.parseLong(stream.group(2)));
        }
        Matcher command = RUN.matcher(message);
        if (command.find()) {
            return done(tools.exec(command.group(1).strip()));
        }
        Matcher tool = TOOL.matcher(message);
        if (tool.find()) {
            return done(tool(tool.group(1), Json.read(tool.group(2))));
        }
        return said(message.contains("NEEDINPUT") ? NEED_INPUT : "ECHO: " + shortened(message, 200));
    }

    private String tool(String name, JsonNode arguments) throws InterruptedException {
        return switch (name) {
            case "tool_call" -> tool(arguments.path("id").asString(""), arguments.path("args"));
            case "exec" ->
                tools.exec(
                        arguments.path("command").asString(""),
                        List.copyOf(arguments.path("env").propertyNames()));
            case "ask_user" -> tools.ask(arguments.path("questions"));
            default -> "Tool " + name + " not found";
        };
    }

    private End streamed(int words, long pause) throws InterruptedException {
        for (int word = 0; word < words; word++) {
            run.say((word == 0 ? "" : " ") + "word" + word);
            Thread.sleep(pause);
        }
        return new End(run.said(), false);
    }

    private End done(String result) {
        return said("DONE: " + shortened(result, 300));
    }

    private End said(String text) {
        List.of(text).forEach(run::say);
        return new End(text, false);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
