package dev.readback.agent;

/** Hears what happens during a run. */
@FunctionalInterface
public interface RunListener {

    /** Ignores everything. */
    RunListener NONE = text -> {};

    /** A piece of output, in order, never splitting a character; not redacted. */
    void output(String text);
}
