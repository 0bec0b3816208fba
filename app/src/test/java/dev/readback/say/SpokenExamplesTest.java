package dev.readback.say;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SpokenExamplesTest {

    private static final PhrasebookSayer SAYER = PhrasebookSayer.shipped("readback");

    record Case(CommandResult result, String spoken) {
        @Override
        public String toString() {
            return result.intent() + ": " + spoken;
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SpokenExamplesTest.class.getResourceAsStream("/phrasebook/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<JsonNode> entries() throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        for (String file : resource("index").lines().toList()) {
            new YAMLMapper().readTree(resource(file)).path("entries").forEach(entries::add);
        }
        return entries;
    }

    static Stream<Case> spoken() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (JsonNode entry : entries()) {
            for (JsonNode example : entry.path("examples")) {
                if (example.has("spoken")) {
                    cases.add(new Case(
                            result(entry, example), example.path("spoken").asString()));
                }
            }
        }
        return cases.stream();
    }

    private static CommandResult result(JsonNode entry, JsonNode example) {
        Map<String, String> slots = new HashMap<>();
        example.path("slots")
                .properties()
                .forEach(slot -> slots.put(slot.getKey(), slot.getValue().asString()));
        entry.path("slots").properties().forEach(slot -> {
            if (slot.getValue().has("default")) {
                slots.putIfAbsent(slot.getKey(), slot.getValue().path("default").asString());
            }
        });
        String line = example.path("command").asString("x");
        for (String word : line.split(" ")) {
            if (word.startsWith("/")) {
                slots.putIfAbsent("path", word);
            }
        }
        return new CommandResult(
                line,
                "local",
                entry.path("id").asString(),
                slots,
                CommandResult.Ending.EXITED,
                Integer.parseInt(example.path("exit").asString("0")),
                example.path("output").asString(""),
                false,
                Duration.ofMillis(20));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoken")
    void every_sample_output_is_spoken_as_its_entry_says(Case one) {
        assertThat(SAYER.result(one.result())).isEqualTo(one.spoken());
    }

    @Test
    void every_command_can_be_read_back_and_says_how_it_went() throws IOException {
        List<String> silent = entries().stream()
                .filter(entry -> entry.has("command"))
                .filter(entry -> !entry.path("say").has("ask")
                        || !(entry.path("say").has("ok")
                                || entry.path("say").has("speaker")
                                || entry.path("say").has("count")))
                .map(entry -> entry.path("id").asString())
                .toList();
        assertThat(silent).isEmpty();
    }
}
