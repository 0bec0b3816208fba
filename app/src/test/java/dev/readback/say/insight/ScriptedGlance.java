package dev.readback.say.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.gate.Gate;
import dev.readback.gate.Policy;
import dev.readback.gate.Surroundings;
import dev.readback.gate.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gives outputs by what a line begins with, and holds every line to the gate: one that is not allowed unasked fails the test. */
final class ScriptedGlance implements Glance {

    private static final Gate GATE = Gate.open(
            Policy.DEFAULT,
            new Surroundings(
                    Path.of("/home/me/.readback"),
                    Path.of("/home/me/.readback/workspace"),
                    Path.of("/home/me"),
                    Path.of("/home/me/work")));

    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    ScriptedGlance with(String beginning, String output) {
        outputs.put(beginning, output);
        return this;
    }

    @Override
    public Optional<String> see(String line) {
        lines.add(line);
        if (GATE.judge(line).verdict() != Verdict.ALLOW) {
            refused.add(line);
        }
        return outputs.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(output -> !output.isBlank())
                .findFirst();
    }

    void assertAllAllowed() {
        assertThat(refused).as("lines the gate would ask about").isEmpty();
    }

    Queue<String> lines() {
        return lines;
    }
}
