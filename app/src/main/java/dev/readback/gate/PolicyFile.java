package dev.readback.gate;

import dev.readback.spelling.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads {@code policy.yaml} and says in one line what is wrong with it. */
final class PolicyFile {

    private static final List<String> KEYS = List.of("deny", "confirm", "allow", "sudo", "sudo_for");

    private final Path file;
    private final List<String> lines;

    private PolicyFile(Path file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static Policy read(Path file) {
        try {
            String text = Files.readString(file);
            return new PolicyFile(file, text).policy(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the policy " + file, e);
        }
    }

    private Policy policy(String text) {
        JsonNode root = parsed(text);
        if (root.isNull() || root.isMissingNode()) {
            return Policy.DEFAULT;
        }
        if (!root.isObject()) {
            throw new PolicyException(file + ", line 1: the policy is a list of keys: " + String.join(", ", KEYS));
        }
        for (String key : root.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw new PolicyException(
                        file + ", line " + line(key) + ": unknown key \"" + key + "\"" + Nearest.suggestion(key, KEYS));
            }
        }
        return new Policy(
                patterns(root, "deny"),
                patterns(root, "confirm"),
                patterns(root, "allow"),
                sudo(root),
                programs(root, "sudo_for"));
    }

    private JsonNode parsed(String text) {
        try {
            return ShippedYaml.MAPPER.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new PolicyException(file + ", line " + line + ": this is not YAML: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private List<Policy.Pattern> patterns(JsonNode root, String key) {
        List<Policy.Pattern> patterns = new ArrayList<>();
        for (String text : texts(root, key, "commands such as \"systemctl restart nginx\"")) {
            patterns.add(new Policy.Pattern(List.of(text.strip().split("\\s+"))));
        }
        return patterns;
    }

    private List<String> programs(JsonNode root, String key) {
        List<String> programs = texts(root, key, "names of programs such as systemctl");
        for (String program : programs) {
            if (!program.matches("[\\w.+-]+")) {
                throw wrong(key, "names of programs such as systemctl", program);
            }
        }
        return programs;
    }

    private List<String> texts(JsonNode root, String key, String takes) {
        JsonNode value = root.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(key, "a list of " + takes, value.toString());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isString() || item.asString().isBlank()) {
                throw wrong(key, "a list of " + takes, item.toString());
            }
            texts.add(item.asString());
        }
        return texts;
    }

    private Policy.Sudo sudo(JsonNode root) {
        JsonNode value = root.path("sudo");
        if (value.isMissingNode() || value.isNull()) {
            return new Policy.Sudo.Any();
        }
        if (value.isArray()) {
            return new Policy.Sudo.Only(programs(root, "sudo"));
        }
        return switch (value.asString()) {
            case "any" -> new Policy.Sudo.Any();
            case "none" -> new Policy.Sudo.None();
            default -> throw wrong("sudo", "any, none, or a list of programs", value.toString());
        };
    }

    private PolicyException wrong(String key, String takes, String held) {
        return new PolicyException(file + ", line " + line(key) + ": " + key + " takes " + takes + ", not " + held);
    }

    private int line(String key) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stripLeading().startsWith(key)) {
                return i + 1;
            }
        }
        return 1;
    }
}
