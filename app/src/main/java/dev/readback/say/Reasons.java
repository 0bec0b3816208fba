package dev.readback.say;

import java.util.List;
import java.util.Optional;

/** Explains an outcome: what was run and where, how it ended, and what the program's own words mean. Pure. */
final class Reasons {

    private static final int MOST_WORDS = 25;

    private Reasons() {}

    static String of(CommandResult result, Answers answers) {
        String ran = "I ran " + Acts.shown(result.line()) + Acts.place(Saying.NONE, result.host());
        return switch (result.ending()) {
            case EXITED -> result.exitCode() == 0 ? ran + ", and it " + ended(result) : failure(result, ran, answers);
            case TIMED_OUT ->
                ran + ". A command may run for " + Units.duration(result.duration())
                        + " here, and this one took longer.";
            case CANCELLED -> ran + ", and you stopped it after " + Units.duration(result.duration()) + ".";
            case NOT_STARTED -> Endings.notStarted(result, answers.told(result));
            case INTERRUPTED -> ran + ". Readback or the machine went away meanwhile, so nobody saw how it ended.";
        };
    }

    private static String ended(CommandResult result) {
        String took = result.duration().toSeconds() < 1 ? "less than a second" : Units.duration(result.duration());
        int lines = Portions.readable(result.output()).size();
        return "succeeded in " + took
                + (lines == 0 ? "; it printed nothing." : "; it printed " + Text.counted(lines, "line") + ".");
    }

    private static String failure(CommandResult result, String ran, Answers answers) {
        Optional<String> meaning = answers.meaning(result);
        List<String> lines = Portions.readable(Excerpt.telling(result.output()));
        String status = ran + ", and it ended with exit status " + result.exitCode();
        if (lines.isEmpty()) {
            return status + ". " + meaning.orElse("It said nothing about why.");
        }
        String words = Speech.line(ErrorLines.telling(lines), MOST_WORDS);
        return status + ", saying: " + Text.sentence(words)
                + meaning.map(means -> " That means: " + means).orElse("");
    }
}
