package dev.readback.say;

import java.time.Duration;
import java.util.Map;

/**
 * What came of one command, as far as a sentence about it needs to know.
 *
 * @param line the command line
 * @param host the host it was for; {@code local} for this machine
 * @param intent the intent it came from
 * @param slots the intent's slot values
 * @param ending how it ended
 * @param exitCode its exit status; meaningful for {@code EXITED} only
 * @param output what it printed, standard output and error together, already redacted
 * @param truncated whether there was more output than was kept
 * @param duration how long it ran
 */
public record CommandResult(
        String line,
        String host,
        String intent,
        Map<String, String> slots,
        Ending ending,
        int exitCode,
        String output,
        boolean truncated,
        Duration duration) {

    public CommandResult {
        slots = Map.copyOf(slots);
    }

    CommandResult withOutput(String other) {
        return other.equals(output)
                ? this
                : new CommandResult(line, host, intent, slots, ending, exitCode, other, truncated, duration);
    }

    /** The ways a command can end. */
    public enum Ending {
        /** It ended by itself, with an exit status. */
        EXITED,
        /** Its time ran out and it was ended. */
        TIMED_OUT,
        /** The person stopped it. */
        CANCELLED,
        /** It never started; {@code output} says why. */
        NOT_STARTED,
        /** Nobody knows whether it finished: Readback or the machine went away meanwhile. */
        INTERRUPTED
    }
}
