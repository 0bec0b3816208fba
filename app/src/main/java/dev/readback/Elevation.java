package dev.readback;

import dev.readback.gate.Gate;
import dev.readback.gate.LineForm;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts {@code sudo -n} before simple commands of the programs the owner's policy names, unless we are root already. */
final class Elevation implements UnaryOperator<String> {

    private final List<String> programs;
    private final Gate gate;
    private final boolean root;

    Elevation(List<String> programs, Gate gate) {
        this.programs = List.copyOf(programs);
        this.gate = gate;
        this.root = "root".equals(System.getProperty("user.name"));
    }

    @Override
    public String apply(String line) {
        if (root || programs.isEmpty()) {
            return line;
        }
        return switch (gate.judge(line).form()) {
            case LineForm.Simple(List<String> argv) -> programs.contains(argv.getFirst()) ? "sudo -n " + line : line;
            case LineForm.Script script -> line;
        };
    }
}
