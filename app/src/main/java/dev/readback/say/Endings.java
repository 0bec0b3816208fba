package dev.readback.say;

import java.util.regex.Pattern;

/** What is said of commands that did not end by themselves. */
final class Endings {

    private static final Pattern MISSING =
            Pattern.compile("No such file or directory|not found|error=2\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_WORDS = 30;

    private Endings() {}

    static String timedOut(CommandResult result) {
        return "It had not finished after " + Units.duration(result.duration()) + ", so I stopped it.";
    }

    static String cancelled() {
        return "I stopped it, as you asked. What it had done until then stays done.";
    }

    static String notStarted(CommandResult result, Told told) {
        if (MISSING.matcher(result.output()).find()) {
            return Failures.notInstalled(told.program());
        }
        String why = Portions.readable(told.telling()).stream().findFirst().orElse("nothing says why");
        return Failures.say(told).orElseGet(() -> "It did not start: " + Text.sentence(Speech.line(why, MOST_WORDS)));
    }

    static String interrupted(String act) {
        return "Readback was interrupted while it was to " + act
                + ". I do not know whether it finished. I have not run it again.";
    }
}
