package dev.readback.agent.openclaw;

/** How a turn of the agent ended. */
sealed interface End {

    /** It said something. */
    record Replied(String text) implements End {}

    /**
     * It came to nothing.
     *
     * @param sentence why, for the person
     */
    record Failed(String sentence) implements End {}

    /** It was stopped. */
    record Aborted() implements End {}
}
