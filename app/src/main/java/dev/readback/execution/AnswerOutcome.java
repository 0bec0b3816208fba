package dev.readback.execution;

/** What an answer did. */
public sealed interface AnswerOutcome {

    /** The execution as it now is. */
    Execution execution();

    /** It counted; the execution goes on, or ends where it was a no. */
    record Taken(Execution execution) implements AnswerOutcome {}

    /** The same answer had been given before; nothing happened again. */
    record Repeated(Execution execution) implements AnswerOutcome {}

    /**
     * It was neither yes nor no; the question goes on waiting.
     *
     * @param why a sentence that may be spoken
     */
    record StillWaiting(Execution execution, String why) implements AnswerOutcome {}
}
