package dev.readback.agent;

/** Hears what happens during a run. */
@FunctionalInterface
public interface RunListener {

    /** Ignores everything. */
    RunListener NONE = text -> {};

    /** Nothing came for a moment; said as often as one looks. */
    default void quiet() {}

    /** What it is at, one short phrase for the person, such as its place in a queue; replaces the one before. */
    default void progress(String phrase) {}

    /** A piece of output, in order, never splitting a character; not redacted. */
    void output(String text);
}
