package dev.readback;

import dev.readback.execution.ExecutionStore;
import dev.readback.execution.Judge;
import dev.readback.gate.Gate;
import dev.readback.gate.Judgement;
import dev.readback.gate.Verdict;
import dev.readback.plan.Command;
import java.time.Instant;
import java.time.InstantSource;

/** The gate, softened by what the person asked not to be asked about for a while. */
final class GateWithGrants implements Judge {

    private final Gate gate;
    private final ExecutionStore store;
    private final InstantSource clock;

    GateWithGrants(Gate gate, ExecutionStore store, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Judgement judge(Command command) {
        String line = command.line();
        Judgement judgement = command.composed() ? gate.judgeComposed(line) : gate.judge(line);
        if (judgement.verdict() != Verdict.CONFIRM) {
            return judgement;
        }
        Instant now = clock.instant();
        return Gate.soften(judgement, line, command.host(), store.grants(now), now);
    }
}
