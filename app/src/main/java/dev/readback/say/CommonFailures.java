package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which programs of all kinds fail, by what they print then. */
final class CommonFailures {

    private static final int READ = 20_000;

    /** How a failure is told: what the program printed, and what is said of it. */
    private record Known(Pattern pattern, BiFunction<MatchResult, Told, String> say) {}

    /** What a sentence about a failure may name. */
    record Told(CommandResult result, String act, String user) {
        String program() {
            String first = result.line().strip().split("\\s+", 2)[0];
            return first.substring(first.lastIndexOf('/') + 1);
        }

        String slot(String name, String otherwise) {
            return result.slots().getOrDefault(name, otherwise);
        }
    }

    private static final List<Known> ALL = List.of(
            known(
                    "not been booted with systemd|Failed to connect to (?:system )?bus",
                    (found, told) -> "This machine does not run systemd, so I cannot " + told.act() + "."),
            known(
                    "No journal files were (?:found|opened)",
                    (found, told) -> "This machine keeps no journal, so I cannot " + told.act() + "."),
            known(
                    "Cannot connect to the Docker daemon|docker daemon is not running",
                    (found, told) -> "Docker is installed, but its daemon is not running."),
            known(
                    "terminal is required|a terminal is needed|not a (?:tty|terminal)|no tty present|TERM environment variable not set"
                            + "|cannot open /dev/tty|Inappropriate ioctl|must be run (?:from|in|on) a (?:terminal|tty)|stdin isn't a terminal",
                    (found, told) -> "It wanted a terminal, which I cannot give it."),
            known(
                    "permission denied|access denied|operation not permitted|must be (?:run as )?(?:root|superuser)|are you root"
                            + "|need to be root|interactive authentication required|a password is required|not in the sudoers"
                            + "|only root (?:can|may)|requires root|must be the superuser|you must be root|lacking privileges",
                    (found, told) -> "I am not allowed to do that. This line in sudoers would give the right: "
                            + Sudoers.line(told.user(), told.result().line()) + "."),
            known(
                    "Unit (\\S+?)(?:\\.service)? (?:could not be found|not found|does not exist)|Failed to \\S+ (?:unit )?(\\S+?)(?:\\.service)?: .*not found",
                    (found, told) ->
                            "There is no service called " + told.slot("service", named(found)) + " on this machine."),
            known(
                    "Unit file (\\S+?)(?:\\.service)? does not exist",
                    (found, told) ->
                            "There is no service called " + told.slot("service", named(found)) + " on this machine."),
            known(
                    "Job for (\\S+?)(?:\\.service)? (?:failed|canceled)",
                    (found, told) -> named(found) + " did not come up. Say \"show the logs of " + named(found)
                            + "\" to see why."),
            known(
                    "Job type reload is not applicable",
                    (found, told) -> told.slot("service", "It") + " cannot reload; it can only be restarted."),
            known(
                    "(?:Unit (\\S+?)(?:\\.service)? is masked)",
                    (found, told) -> named(found) + " is masked and cannot be started."),
            known("No such container: (\\S+)", (found, told) -> "There is no container called " + named(found) + "."),
            known(
                    "Unable to locate package (\\S+)",
                    (found, told) -> "There is no package called " + named(found) + "."),
            known(
                    "Could not get lock|dpkg frontend lock|Unable to acquire the dpkg",
                    (found, told) -> "Another package manager is at work. Try again in a while."),
            known("No space left on device", (found, told) -> "The disk is full."),
            known("Read-only file system", (found, told) -> "That disk is mounted read-only."),
            known(
                    "Name or service not known|Temporary failure in name resolution|Could not resolve host|unknown host",
                    (found, told) -> "The name " + told.slot("host", "it needs") + " is not known."),
            known("Network is unreachable|No route to host", (found, told) -> "The network does not reach that far."),
            known("Connection refused", (found, told) -> "The connection was refused: nothing listens there."),
            known("Connection timed out|Operation timed out", (found, told) -> "No answer came back in time."),
            known(
                    "[`'\u2018]([^`'\u2019\n]+)['\u2019]: No such file or directory|(?:^|\\s)([/~.][^:\\n]*): No such file or directory|: ([^:'`\\n]+): No such file or directory",
                    (found, told) -> "There is no " + named(found) + "."),
            known(
                    "cannot open [`'\u2018]([^`'\u2019\n]+)['\u2019]",
                    (found, told) -> "I cannot open " + named(found) + "."),
            known("([^\\s:'`\u2018]+)['\u2019]?: Is a directory", (found, told) -> named(found) + " is a directory."),
            known(
                    "([^\\s:'`\u2018]+)['\u2019]?: Not a directory",
                    (found, told) -> named(found) + " is not a directory."),
            known("Directory not empty", (found, told) -> "That directory is not empty."),
            known("File exists", (found, told) -> "That exists already."),
            known(
                    "user '?([^'\\s]+)'? does not exist|[`'\u2018]([^`'\u2019\n]+)['\u2019]: no such user|invalid user: '?([^'\\s]+)",
                    (found, told) -> "There is no user called " + named(found) + "."),
            known(
                    "group '?([^'\\s]+)'? does not exist",
                    (found, told) -> "There is no group called " + named(found) + "."),
            known(
                    "user '?([^'\\s]+)'? already exists",
                    (found, told) -> "There is a user called " + named(found) + " already."),
            known(
                    "group '?([^'\\s]+)'? already exists",
                    (found, told) -> "There is a group called " + named(found) + " already."),
            known(
                    "\\((\\d+)\\)(?: -)? ?(?:: )?No such process|No such process",
                    (found, told) -> "There is no such process."),
            known("Out of memory|Cannot allocate memory", (found, told) -> "The machine ran out of memory over it."),
            known("Text file busy|Device or resource busy|target is busy", (found, told) -> "It is in use."));

    private CommonFailures() {}

    /** What to say of a command that failed; empty when its failure is none of the known ones. */
    static Optional<String> say(Told told) {
        if (told.result().exitCode() == 127 || isMissing(told)) {
            return Optional.of(notInstalled(told.program()));
        }
        String output = told.result().output();
        String read = output.length() > READ ? output.substring(output.length() - READ) : output;
        for (Known known : ALL) {
            Matcher matcher = known.pattern().matcher(read);
            if (matcher.find()) {
                return Optional.of(known.say().apply(matcher.toMatchResult(), told));
            }
        }
        return Optional.empty();
    }

    static boolean isMissing(Told told) {
        String output = told.result().output();
        return output.contains(told.program() + ": command not found")
                || output.contains(told.program() + ": not found");
    }

    static String notInstalled(String program) {
        return (program.isEmpty() ? "The program" : program) + " is not installed on this machine.";
    }

    private static Known known(String regex, BiFunction<MatchResult, Told, String> say) {
        return new Known(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE), say);
    }

    private static String named(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group).strip();
            }
        }
        return "that";
    }
}
