package dev.readback.agent;

import java.time.Duration;

/** How a run ended. */
public sealed interface Outcome {

    /**
     * It ended by itself.
     *
     * @param exitCode 0 to 255; 128 + n where signal n ended it
     */
    record Exited(int exitCode, Output output, Duration duration) implements Outcome {}

    /**
     * It ended by itself and came to nothing.
     *
     * @param why one or two sentences for the person
     */
    record Failed(Output output, String why, Duration duration) implements Outcome {}

    /** Its time ran out, and everything it started was ended. */
    record TimedOut(Output output, Duration duration) implements Outcome {}

    /** It was cancelled, and everything it started was ended. */
    record Cancelled(Output output, Duration duration) implements Outcome {}

    /** It did not start and never will. */
    record NotStarted(String why) implements Outcome {}

    /** It had started; whether it finished cannot be known. */
    record Interrupted(Output output, String why) implements Outcome {}

    /**
     * What was printed, standard output and error in the order they came.
     *
     * @param text at most 1 MiB, invalid UTF-8 replaced by U+FFFD; not redacted
     * @param dropped how many bytes came after what was kept
     */
    record Output(String text, long dropped) {
        public static final Output NONE = new Output("", 0);
    }
}
