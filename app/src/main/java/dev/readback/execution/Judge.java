package dev.readback.execution;

import dev.readback.gate.Judgement;
import dev.readback.plan.Command;

/** Asks the gate about one command, with the grants that stand at this moment. */
@FunctionalInterface
public interface Judge {

    Judgement judge(Command command);
}
