package dev.readback.intent.model;

/**
 * How the language model is.
 *
 * @param sentence one plain sentence
 */
public record ModelHealth(State state, String sentence) {

    public static final ModelHealth NONE = new ModelHealth(State.OFF, "No language model is set up.");

    /** How it stands. */
    public enum State {
        /** It answered the last time, or was not asked yet. */
        OK,
        /** None is set up. */
        OFF,
        /** The last call to each failed. */
        FAILED
    }
}
