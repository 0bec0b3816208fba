package dev.readback.say;

import static dev.readback.say.Known.known;
import static dev.readback.say.Known.named;
import static dev.readback.say.Known.plain;

import java.util.List;

/** What programs say when files, users, processes, options or the machine's resources fail them. */
final class FileFailures {

    private static final String QUOTED = "[`'\"\u2018]([^`'\"\u2019\n]{1,300})['\"\u2019]";

    static final List<Known> ALL = List.of(
            plain(
                    "No space left on device",
                    "The disk is full. Say \"show the biggest directories\" to see what fills it."),
            plain("Disk quota exceeded", "The quota for this user's files is used up."),
            known(
                    "(?:unrecognized option|invalid option --|unknown option|illegal option --|unknown (?:shorthand )?flag:?|unrecognised option|unknown predicate)[:\\s]{0,3}['\"`\u2018]?(-{0,2}[\\w-]{1,40})",
                    (found, told) -> "The " + told.program() + " of this machine does not know the option "
                            + named(found) + "; it may be another version."),
            known(
                    QUOTED
                            + ": No such file or directory|(?:^|\\s)([/~.][^:\n]{0,300}): No such file or directory|: ([^:'`\n]{1,300}): No such file or directory"
                            + "|can't open '([^'\n]{1,300})'",
                    (found, told) -> "There is no " + named(found) + "."),
            known("cannot open " + QUOTED, (found, told) -> "I cannot open " + named(found) + "."),
            known(
                    "([^\\s:'`\u2018]{1,300})['\u2019]?: Is a directory|omitting directory " + QUOTED,
                    (found, told) -> named(found) + " is a directory."),
            known(
                    "([^\\s:'`\u2018]{1,300})['\u2019]?: Not a directory",
                    (found, told) -> named(found) + " is not a directory."),
            plain("Directory not empty", "That directory is not empty."),
            plain("are the same file", "Those two are the same file."),
            plain("File exists", "That exists already."),
            plain("File name too long|Argument list too long", "That is too long a name, or too many of them."),
            plain("Input/output error", "The disk reports an error of its own; it may be failing."),
            plain("Too many open files", "Too many files are open."),
            plain("Stale file handle", "That file lies on a network disk that is gone."),
            known(
                    "user '?([^'\\s]{1,64})'? does not exist|[`'\u2018]([^`'\u2019\n]{1,64})['\u2019]: no such user|invalid user: [`'\u2018]?([^'\u2019\\s]{1,64})",
                    (found, told) -> "There is no user called " + named(found) + "."),
            known(
                    "group '?([^'\\s]{1,64})'? does not exist|invalid group: [`'\u2018]?:?([^'\u2019\\s]{1,64})",
                    (found, told) -> "There is no group called " + named(found) + "."),
            known(
                    "user '?([^'\\s]{1,64})'? already exists",
                    (found, told) -> "There is a user called " + named(found) + " already."),
            known(
                    "group '?([^'\\s]{1,64})'? already exists",
                    (found, told) -> "There is a group called " + named(found) + " already."),
            known(
                    "user (\\S{1,64}) is currently used by process",
                    (found, told) -> named(found) + " still has processes running."),
            plain("No such process", "There is no such process."),
            plain(
                    "Out of memory|Cannot allocate memory|oom-kill|OutOfMemoryError",
                    "The machine ran out of memory over it."),
            plain("Resource temporarily unavailable", "The machine can start no more processes just now."),
            plain("Text file busy|Device or resource busy|target is busy", "It is in use."),
            plain(
                    "syntax error near unexpected token|unexpected EOF while looking|Syntax error: ",
                    "The shell does not understand that line."));

    private FileFailures() {}
}
