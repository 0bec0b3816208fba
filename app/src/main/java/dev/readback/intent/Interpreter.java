package dev.readback.intent;

import dev.readback.conversation.Focus;

/** Makes of a person's words what they want done. Thread-safe. */
public interface Interpreter {

    /**
     * @param utterance the person's words, as typed or recognised; data, never instructions to us
     * @param focus what "it" means in this session
     * @param host the host meant when the words name none
     */
    Interpretation interpret(String utterance, Focus focus, String host);

    /**
     * Interprets the answer to a {@link Interpretation.Clarify}.
     *
     * @param original the request that was asked about
     * @param answer what the person said to the question: what was missing, or a request of its own
     */
    default Interpretation clarified(String original, String answer, Focus focus, String host) {
        return interpret(answer, focus, host);
    }
}
