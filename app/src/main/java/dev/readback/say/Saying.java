package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How the result of one intent is spoken.
 *
 * @param ask the act in the imperative, such as {@code Restart {service}}
 * @param ok what to say on success; with a pattern, its named groups are filled in
 * @param pattern what the output must match for {@code ok}
 * @param speaker who reads the output instead
 * @param count what the lines of the output are
 * @param header how many lines are headings
 * @param fails what to say of particular failures
 * @param nothing what to say when it succeeded and printed nothing
 */
record Saying(
        Optional<String> ask,
        Optional<String> ok,
        Optional<Pattern> pattern,
        Optional<Speaker> speaker,
        Optional<String> count,
        int header,
        List<Failure> fails,
        Optional<String> nothing) {

    Saying {
        fails = List.copyOf(fails);
    }

    static final Saying NONE = new Saying(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            List.of(),
            Optional.empty());

    /** A failure told by its exit status, by what it printed, or by both. */
    record Failure(OptionalInt exit, Optional<Pattern> when, String say) {
        boolean fits(CommandResult result, String telling) {
            boolean status = exit.isEmpty() ? result.exitCode() != 0 : exit.getAsInt() == result.exitCode();
            return status
                    && when.map(pattern -> pattern.matcher(telling).find()).orElse(true);
        }
    }
}
