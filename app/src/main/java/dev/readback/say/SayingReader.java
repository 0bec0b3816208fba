package dev.readback.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the {@code say} blocks of a phrasebook file; the rest of it is none of its business. */
final class SayingReader {

    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final Set<String> KEYS =
            Set.of("ask", "ok", "pattern", "speaker", "count", "header", "fails", "nothing");
    private static final Set<String> FAIL_KEYS = Set.of("exit", "when", "say");

    private static final Pattern SLOTS = Pattern.compile("[{\\[\\\\]");

    private final String file;

    private SayingReader(String file) {
        this.file = file;
    }

    /** Intent id → how its result is spoken. */
    static Map<String, Saying> read(String file, String text) {
        try {
            return new SayingReader(file).entries(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new SayingException(file, "line " + e.getLocation(), "this is not YAML");
        }
    }

    private Map<String, Saying> entries(JsonNode document) {
        Map<String, Saying> sayings = new HashMap<>();
        for (JsonNode entry : document.path("entries")) {
            if (entry.has("say")) {
                String id = entry.path("id").asString("");
                Saying saying = saying(id, entry.path("say"));
                sayings.put(id, saying);
                fixed(entry.path("command").asString("")).ifPresent(line -> sayings.putIfAbsent(ofLine(line), saying));
            }
        }
        return sayings;
    }

    /** The key under which the saying of a command line stands, for when it was typed rather than asked for. */
    static String ofLine(String line) {
        return "$ " + line;
    }

    private static Optional<String> fixed(String command) {
        return Optional.of(command)
                .filter(line -> !line.isEmpty() && !SLOTS.matcher(line).find());
    }

    private Saying saying(String id, JsonNode node) {
        checkKeys(id, node, KEYS);
        List<Saying.Failure> fails = new ArrayList<>();
        for (JsonNode fail : node.path("fails")) {
            checkKeys(id, fail, FAIL_KEYS);
            OptionalInt exit = text(fail, "exit")
                    .map(Integer::parseInt)
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
            Optional<Pattern> when = text(fail, "when").map(regex -> pattern(id, regex));
            fails.add(new Saying.Failure(exit, when, text(fail, "say").orElse("")));
        }
        return new Saying(
                text(node, "ask"),
                text(node, "ok"),
                text(node, "pattern").map(regex -> pattern(id, regex)),
                text(node, "speaker").map(name -> speaker(id, name)),
                text(node, "count"),
                text(node, "header").map(Integer::parseInt).orElse(0),
                fails,
                text(node, "nothing"));
    }

    private Speaker speaker(String id, String name) {
        return Speakers.named(name)
                .orElseThrow(() -> new SayingException(
                        file,
                        id,
                        "no speaker is called \"" + name + "\"; there are " + String.join(", ", Speakers.names())));
    }

    private Pattern pattern(String id, String regex) {
        try {
            return Pattern.compile(regex, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw new SayingException(file, id, "\"" + regex + "\" is no regular expression: " + e.getDescription());
        }
    }

    private void checkKeys(String id, JsonNode node, Set<String> allowed) {
        for (String key : node.propertyNames()) {
            if (!allowed.contains(key)) {
                throw new SayingException(
                        file,
                        id,
                        "unknown key \"" + key + "\" under say; known are "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asString("")) : Optional.empty();
    }
}
