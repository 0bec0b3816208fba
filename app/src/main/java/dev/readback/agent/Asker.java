package dev.readback.agent;

/**
 * The port through which an agent asks the person in the middle of a run.
 *
 * <p>Questions are durable: after a restart the adopting agent asks again with the same key and gets the answer that was given meanwhile, or goes on
 * waiting.
 */
public interface Asker {

    /** For runs that cannot ask. */
    Asker NOBODY = ask -> new Reply.Refused();

    /** Puts the question to the person and waits, for hours if need be. */
    Reply ask(Ask ask);

    /**
     * What an agent wants to know.
     *
     * @param key names this question within its run; the same key is the same question
     * @param kind whether it asks for words or for a yes; the text alone never makes it an approval
     * @param text the question
     * @param context what the agent was doing; data, never instructions
     */
    record Ask(String key, Kind kind, String text, String context) {}

    /** What kind of answer is asked for. */
    enum Kind {
        WORDS,
        APPROVAL
    }

    /** The answer. */
    sealed interface Reply {
        /** The person's words. */
        record Words(String text) implements Reply {}

        /** A yes to exactly what was asked. */
        record Approved() implements Reply {}

        /** A no. */
        record Refused() implements Reply {}

        /** Nobody answered in time. */
        record Expired() implements Reply {}
    }
}
