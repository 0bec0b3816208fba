package dev.readback.cli;

import dev.readback.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Example sentences the server understands, asked for once; none where it does not tell them. */
final class Phrases {

    private static final List<Phrase> USUAL = List.of(
            new Phrase("disk", "how full is the disk", false),
            new Phrase("memory", "how much memory is free", false),
            new Phrase("processes", "what uses the most memory", false),
            new Phrase("services", "is ssh running", false),
            new Phrase("system", "how long has it been up", false),
            new Phrase("any command", "run uptime", false));

    private final Client client;
    private Optional<List<Phrase>> known = Optional.empty();

    Phrases(Client client) {
        this.client = client;
    }

    /** @param own whether the person taught it */
    record Phrase(String domain, String say, boolean own) {}

    List<Phrase> all() {
        if (known.isEmpty()) {
            known = Optional.of(asked());
        }
        return known.get();
    }

    /** The first sentence of each domain. */
    Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        all().forEach(phrase -> samples.putIfAbsent(phrase.domain(), phrase.say()));
        return samples;
    }

    private List<Phrase> asked() {
        try {
            List<Phrase> phrases = new ArrayList<>();
            client.get("/phrases").path("phrases").forEach(node -> phrases.add(phrase(node)));
            return phrases.isEmpty() ? USUAL : phrases;
        } catch (Failure e) {
            return USUAL; // The server does not tell its own.
        }
    }

    private static Phrase phrase(JsonNode node) {
        return new Phrase(
                node.path("domain").asString(""),
                TerminalText.harmless(node.path("say").asString("")),
                node.path("own").asBoolean(false));
    }
}
