package dev.readback.intent;

import dev.readback.conversation.Focus;

/** Makes of a person's words what they want done. Thread-safe. */
public interface Interpreter {

    Interpretation interpret(Asking asking);

    /**
     * Interprets the answer to a {@link Interpretation.Clarify}.
     *
     * @param original the request that was asked about
     * @param answer what the person said to the question: what was missing, a correction, or a request of its own
     */
    default Interpretation clarified(Asking original, String answer) {
        return interpret(original.saying(answer));
    }

    /**
     * The same, knowing what exactly was asked.
     *
     * @param asked the question as it was put, with its choices
     */
    default Interpretation clarified(Asking original, Interpretation.Clarify asked, String answer) {
        return clarified(original, answer);
    }

    /** Interprets words that were typed, with nothing said before. */
    default Interpretation interpret(String words, Focus focus, String host) {
        return interpret(Asking.typed(words, focus, host));
    }

    /** The same for the answer to a question back. */
    default Interpretation clarified(String original, String answer, Focus focus, String host) {
        return clarified(Asking.typed(original, focus, host), answer);
    }
}
