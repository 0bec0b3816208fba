package dev.readback.agent.openclaw;

/** What the gate says to a command the Gateway's agent wants to run. */
public sealed interface Ruling {

    /** It may run, this once. */
    record Allow() implements Ruling {}

    /**
     * It may not.
     *
     * @param reason one sentence
     */
    record Deny(String reason) implements Ruling {}

    /**
     * The person is to be asked.
     *
     * @param question one question that names the command and where it would run
     */
    record Confirm(String question) implements Ruling {}

    /**
     * The person is to repeat the object.
     *
     * @param question what to say to let it run
     */
    record RepeatBack(String question, String object) implements Ruling {}
}
