package dev.readback.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The open question, as the page shows it: what was heard, exactly what would run and where, what it affects, why it is asked, and the ways to answer. */
final class Card {

    private final Screen screen;

    Card(Screen screen) {
        this.screen = screen;
    }

    /** @param reply an execution that waits for an answer */
    void show(JsonNode reply) {
        JsonNode question = reply.path("question");
        Optional<JsonNode> command = Waiting.command(reply);
        screen.strong(question.path("text").asString(""));
        heard(reply, command);
        command.ifPresentOrElse(waiting -> command(reply, waiting, question), () -> context(question));
        if (Waiting.kind(reply).equals("clarify")) {
            choices(question.path("choices"));
        }
    }

    private void heard(JsonNode reply, Optional<JsonNode> command) {
        String words = String.join(" ", Texts.of(reply.path("transcript")));
        if (!words.isEmpty()) {
            screen.row("heard", marked(words, command.map(Card::doubtful).orElse(List.of())));
        }
    }

    private void command(JsonNode reply, JsonNode command, JsonNode question) {
        String line = command.path("command").asString("");
        screen.row("", "command", line);
        screen.row("on", Waiting.place(command.path("host").asString("")));
        Waiting.step(reply).ifPresent(step -> screen.row("step", step));
        row("guessed", doubtful(command));
        row("affects", Texts.of(command.path("affects")));
        String text = question.path("text").asString("");
        Texts.of(command.path("reasons")).stream()
                .filter(reason -> !text.contains(reason))
                .forEach(reason -> screen.row("because", reason));
    }

    private void row(String label, List<String> values) {
        if (!values.isEmpty()) {
            screen.row(label.equals("guessed") ? "4" : "2", label, String.join(", ", values));
        }
    }

    private void context(JsonNode question) {
        String context = question.path("context").asString("");
        if (!context.isBlank()) {
            screen.row("about", context);
        }
    }

    private void choices(JsonNode choices) {
        for (int i = 0; i < choices.size(); i++) {
            screen.row("", Integer.toString(i + 1), choices.path(i).asString(""));
        }
    }

    private static List<String> doubtful(JsonNode command) {
        return Texts.of(command.path("doubtful"));
    }

    /** What was guessed rather than heard, where the words hold it. */
    private static String marked(String words, List<String> doubtful) {
        String text = words;
        for (String value : doubtful) {
            Pattern whole = Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(value) + "(?!\\w)");
            text = whole.matcher(text).replaceAll(found -> Matcher.quoteReplacement("‹" + found.group() + "?›"));
        }
        return text;
    }
}
