package dev.readback.execution;

import dev.readback.gate.Judgement;

/** Asks the gate about one command line on one host, with the grants that stand at this moment. */
@FunctionalInterface
public interface Judge {

    Judgement judge(String line, String host);
}
