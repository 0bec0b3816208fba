package dev.readback.agent;

import java.util.Map;

/** Hears what happens during a run. */
@FunctionalInterface
public interface RunListener {

    /** Ignores everything. */
    RunListener NONE = text -> {};

    /** Nothing came for a moment; said as often as one looks. */
    default void quiet() {}

    /** What it is at, one short phrase for the person, such as its place in a queue; replaces the one before. */
    default void progress(String phrase) {}

    /** Something to keep in the audit trail, such as what became of a command the agent wanted to run. */
    default void audited(String kind, Map<String, String> facts) {}

    /** A piece of output, in order, never splitting a character; not redacted. */
    void output(String text);
}
