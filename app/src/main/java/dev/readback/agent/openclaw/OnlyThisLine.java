package dev.readback.agent.openclaw;

import java.util.function.Function;

/** Lets exactly one line run, once, and nothing else: the person or the gate said yes to that line only. Confined to one thread. */
final class OnlyThisLine implements Function<Wish, Ruling> {

    private final String line;
    private boolean used;

    OnlyThisLine(String line) {
        this.line = line;
    }

    /** Also after a restart of ours, which knows from the history whether it may have run. */
    @Override
    public Ruling apply(Wish wish) {
        if (!wish.line().equals(line.strip())) {
            return new Ruling.Deny("Only what was approved may run: " + line);
        }
        if (used || wish.before()) {
            return new Ruling.Deny("It has been run already, and nothing is run twice.");
        }
        used = true;
        return new Ruling.Allow();
    }
}
