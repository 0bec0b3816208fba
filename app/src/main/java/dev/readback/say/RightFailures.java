package dev.readback.say;

import static dev.readback.say.Known.known;
import static dev.readback.say.Known.plain;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What programs say when a terminal or a right is missing. */
final class RightFailures {

    private static final Pattern FILE = Pattern.compile(
            "(?:^|[\\s'`\u2018])(/[^:'\u2019\n]{1,300})['\u2019]?: Permission denied", Pattern.MULTILINE);

    static final List<Known> ALL = List.of(
            plain(
                    "Missing privilege separation directory",
                    "The SSH server is not running here, so its configuration cannot be tested."),
            known(
                    "a password is required|not in the sudoers|is not allowed to execute|no new privileges",
                    RightFailures::notAllowed),
            plain(
                    "terminal is required|a terminal is needed|not a (?:tty|terminal)|no tty present|TERM environment variable not set"
                            + "|cannot open /dev/tty|Inappropriate ioctl|must be run (?:from|in|on) a (?:terminal|tty)|stdin isn't a terminal|error opening terminal",
                    "It wanted a terminal, which I cannot give it."),
            known("Read-only file system", (found, told) -> "That disk is mounted read-only."),
            known(
                    "permission denied|access denied|operation not permitted|must be (?:run as )?(?:root|superuser)|are you root"
                            + "|need to be root|interactive authentication required|only root (?:can|may)|requires root|must be the superuser"
                            + "|you must be root|lacking privileges|you (?:do not|don't) have (?:enough )?permission|insufficient permissions",
                    RightFailures::notAllowed));

    private RightFailures() {}

    private static String notAllowed(MatchResult found, Told told) {
        return told.user().equals("root")
                ? "I am not allowed to do that, not even as root."
                : Sudoers.line(told.user(), told.result().line())
                        .map(line ->
                                "I am not allowed to do that. This line in sudoers would give the right: " + line + ".")
                        .orElseGet(() -> refused(told));
    }

    private static String refused(Told told) {
        Matcher file = FILE.matcher(told.telling());
        return file.find()
                ? "I am not allowed to use " + file.group(1) + ": its owner has not opened it to " + told.user() + "."
                : "I am not allowed to do that.";
    }
}
