package dev.readback.intent.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the form a language model filled in; what is not exactly as it should be is nonsense as a whole. */
final class AnswerReader {

    private static final int MOST_COMMANDS = 5;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_CHOICES = 5;
    private static final int LONGEST_CHOICE = 120;
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_SAYING = 600;
    private static final String NOTHING = "I don't see anything in that to do on a server.";
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@/:+-]{1,128}");
    private static final Pattern FENCED = Pattern.compile("(?s)```(?:json)?\\s*(\\{.*})\\s*```");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final int longest;

    /** @param longest characters of an answer; more is nonsense */
    AnswerReader(int longest) {
        this.longest = longest;
    }

    ModelAnswer read(String text) {
        String json = FENCED.matcher(text.strip()).replaceFirst("$1");
        if (json.length() > longest || !json.startsWith("{")) {
            return new ModelAnswer.Nonsense();
        }
        try {
            return read(JSON.readTree(json)).orElseGet(ModelAnswer.Nonsense::new);
        } catch (JacksonException e) {
            return new ModelAnswer.Nonsense();
        }
    }

    private static Optional<ModelAnswer> read(JsonNode form) {
        return switch (form.path("kind").asString("")) {
            case "commands" -> commands(form);
            case "question" -> question(form);
            case "answer" -> said(form.path("say")).map(ModelAnswer.Answer::new);
            case "nothing" ->
                Optional.of(new ModelAnswer.Nothing(said(form.path("say")).orElse(NOTHING)));
            default -> Optional.empty();
        };
    }

    private static Optional<ModelAnswer> commands(JsonNode form) {
        JsonNode commands = form.path("commands");
        List<String> lines = new ArrayList<>();
        for (JsonNode command : commands) {
            line(command.path("line")).ifPresent(lines::add);
        }
        boolean sound = commands.isArray()
                && !lines.isEmpty()
                && lines.size() <= MOST_COMMANDS
                && lines.size() == commands.size();
        return sound ? Optional.of(new ModelAnswer.Commands(lines, about(form.path("about")))) : Optional.empty();
    }

    private static Optional<String> line(JsonNode node) {
        return text(node, LONGEST_LINE)
                .filter(line -> !INVISIBLE.matcher(line).find())
                .map(String::strip);
    }

    /** Only kinds we know and names that look like names. */
    private static Map<String, String> about(JsonNode about) {
        Map<String, String> names = new HashMap<>();
        for (String kind : AnswerForm.ABOUT) {
            text(about.path(kind), LONGEST_CHOICE)
                    .filter(name -> NAME.matcher(name).matches())
                    .ifPresent(name -> names.put(kind, name));
        }
        return names;
    }

    private static Optional<ModelAnswer> question(JsonNode form) {
        List<String> choices = new ArrayList<>();
        for (JsonNode choice : form.path("choices")) {
            text(choice, LONGEST_CHOICE).map(AnswerReader::plain).ifPresent(choices::add);
        }
        List<String> offered = choices.subList(0, Math.min(MOST_CHOICES, choices.size()));
        return text(form.path("question"), LONGEST_QUESTION)
                .map(AnswerReader::plain)
                .map(question -> new ModelAnswer.Question(question, offered));
    }

    private static Optional<String> said(JsonNode node) {
        return text(node, Integer.MAX_VALUE)
                .map(AnswerReader::plain)
                .map(said -> said.length() <= LONGEST_SAYING ? said : said.substring(0, LONGEST_SAYING - 1) + "…");
    }

    private static Optional<String> text(JsonNode node, int longest) {
        return node.isString()
                ? Optional.of(node.asString()).filter(text -> !text.isBlank() && text.length() <= longest)
                : Optional.empty();
    }

    private static String plain(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ").strip();
    }
}
