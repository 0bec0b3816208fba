package dev.readback.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** Takes a question back that nobody needs the answer of any more; whoever waits for it hears that it has expired. Harmless when it is not open. */
    default void withdraw(String key) {}

    /**
     * What an agent wants to know.
     *
     * @param key names this question within its run; the same key is the same question
     * @param kind what kind of answer is asked for; the text alone never makes it an approval
     * @param text the question
     * @param context what the agent was doing; data, never instructions
     * @param until when its answer is of no use any more, where that is known
     */
    record Ask(String key, Kind kind, String text, String context, Optional<Instant> until) {

        public Ask(String key, Kind kind, String text, String context) {
            this(key, kind, text, context, Optional.empty());
        }
    }

    /** What kind of answer is asked for. */
    sealed interface Kind {

        /** The person's words. */
        record Words(List<String> choices) implements Kind {
            public Words {
                choices = List.copyOf(choices);
            }
        }

        /** A yes. */
        record Approval() implements Kind {}

        /** A yes that repeats an object, such as a path or a unit. */
        record RepeatBack(String object) implements Kind {}
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
