package dev.readback;

import dev.readback.gate.Gate;
import dev.readback.gate.Judgement;
import dev.readback.gate.Verdict;
import dev.readback.say.insight.Glance;
import java.util.Optional;
import java.util.function.Function;

/** Asks the gate before every glance: only what it allows unasked is run, and never with anybody else's rights. */
final class JudgedGlance implements Glance {

    private final Function<String, Judgement> gate;
    private final Glance glance;

    JudgedGlance(Gate gate, Glance glance) {
        this(gate::judge, glance);
    }

    private JudgedGlance(Function<String, Judgement> gate, Glance glance) {
        this.gate = gate;
        this.glance = glance;
    }

    /** For the sake of lines that a language model wrote, whose words are in the glances: none reaches another machine. */
    static JudgedGlance ofComposed(Gate gate, Glance glance) {
        return new JudgedGlance(gate::judgeComposed, glance);
    }

    @Override
    public Optional<String> see(String line) {
        return gate.apply(line).verdict() == Verdict.ALLOW ? glance.see(line) : Optional.empty();
    }
}
