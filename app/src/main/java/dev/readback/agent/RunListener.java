package dev.readback.agent;

/** Hears what happens during a run. */
@FunctionalInterface
public interface RunListener {

    /** Ignores everything. */
    RunListener NONE = text -> {};

    /** Nothing came for a moment; said as often as one looks. */
    default void quiet() {}

    /** A piece of output, in order, never splitting a character; not redacted. */
    void output(String text);
}
