package dev.readback;

import dev.readback.gate.Gate;
import dev.readback.gate.Verdict;
import dev.readback.say.Glance;
import java.util.Optional;

/** Asks the gate before every glance: only what it allows unasked is run, and never with anybody else's rights. */
final class JudgedGlance implements Glance {

    private final Gate gate;
    private final Glance glance;

    JudgedGlance(Gate gate, Glance glance) {
        this.gate = gate;
        this.glance = glance;
    }

    @Override
    public Optional<String> see(String line) {
        return gate.judge(line).verdict() == Verdict.ALLOW ? glance.see(line) : Optional.empty();
    }
}
