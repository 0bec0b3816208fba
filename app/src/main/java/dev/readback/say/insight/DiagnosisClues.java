package dev.readback.say.insight;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What programs of all kinds write into their logs before they give up. */
final class DiagnosisClues {

    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final int LONGEST_LINE = 600;
    private static final String PATH = "(/[\\w./@+-]{1,120})";
    private static final Pattern COLOURS =
            Pattern.compile("\\x1B\\[[0-9;?]{0,20}[ -/]{0,4}[@-~]|[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]");

    /** A kind of line, and what is said of it. */
    private record Clue(Pattern pattern, Function<MatchResult, String> say) {}

    /** Those that name the cause, before those that may only be its consequence. */
    private static final List<Clue> ALL = List.of(
            clue(
                    "unknown directive \"([^\"\\s]{1,60})\" in " + PATH + ":(\\d+)",
                    found -> "its configuration has the unknown word " + found.group(1) + ", in " + found.group(2)
                            + " line " + found.group(3)),
            clue(
                    "cannot load certificate(?: key)? \"" + PATH + "\".*(?:No such file|no such file)",
                    found -> "the certificate file " + found.group(1) + " does not exist"),
            clue(
                    "SSLCertificate\\w*: file '" + PATH + "' does not exist or is empty",
                    found -> "the certificate file " + found.group(1) + " does not exist or is empty"),
            clue(
                    "host not found in upstream \"([^\"\\s]{1,80})\"",
                    found -> "its configuration names the host " + found.group(1) + ", which is not known"),
            clue(
                    "\\[emerg\\] (?!bind|still|open\\(\\)|socket)([\\w \"'.;$/{}-]{3,80}?) in " + PATH + ":(\\d+)",
                    found -> "its configuration is wrong in " + found.group(2) + " line " + found.group(3) + ": "
                            + found.group(1).replace("\"", "")),
            clue(
                    "Syntax error on line (\\d+) of " + PATH,
                    found -> "its configuration is wrong in " + found.group(2) + " line " + found.group(1)),
            clue(
                    PATH + ":? line (\\d+): Bad configuration option: (\\w{1,60})",
                    found -> "its configuration has the unknown word " + found.group(3) + ", in " + found.group(1)
                            + " line " + found.group(2)),
            clue(
                    "(?:syntax error in file|unrecognized configuration parameter \"(\\w{1,60})\" in file) \"" + PATH
                            + "\" line (\\d+)",
                    found -> "its configuration is wrong in " + found.group(2) + " line " + found.group(3)),
            clue(
                    "\\[" + PATH
                            + ":(\\d+)\\] ?:? ?(?:unknown (?:entry|keyword) '([\\w.-]{1,60})'|value is NULL|unable to parse)?",
                    found -> "its configuration is wrong in " + found.group(1) + " line " + found.group(2)),
            clue(
                    "(?:^|\\s|\\()" + PATH
                            + ":(\\d+): (?:missing|unknown|unexpected|expected|bad|invalid|syntax error|parse error)",
                    found -> "its configuration is wrong in " + found.group(1) + " line " + found.group(2)),
            clue(
                    "(?:Failed to locate executable|Failed at step EXEC spawning) " + PATH + ": No such file",
                    found -> "there is no program " + found.group(1)),
            clue(
                    "(?:Failed to locate executable|Failed at step EXEC spawning|Unable to locate executable '?)" + " ?"
                            + PATH + "'?: Permission denied",
                    found -> "the program " + found.group(1) + " may not be run"),
            clue(
                    "Failed to determine user credentials|status=217/USER",
                    found -> "the account it should run as does not exist"),
            clue(
                    "Changing to the requested working directory failed|status=200/CHDIR",
                    found -> "its working folder does not exist"),
            clue("Failed to load environment files", found -> "its file of settings for the environment is missing"),
            clue("No space left on device", found -> "the disk is full"),
            clue(
                    "(?:Cannot assign requested address|EADDRNOTAVAIL)",
                    found -> "the address it should listen on is not one of this machine's"),
            clue("(?i)address (?:is )?already in use|EADDRINUSE", found -> "the port it should listen on is taken"),
            clue("Cannot find module '([\\w@./-]{1,80})'", found -> "the module " + found.group(1) + " is missing"),
            clue("No module named '?([\\w.]{1,80})'?", found -> "the module " + found.group(1) + " is missing"),
            clue(
                    "error while loading shared libraries: ([\\w.+-]{1,80})",
                    found -> "the library " + found.group(1) + " is missing"),
            clue(
                    "(?:oom-kill|OOM killer|Out of memory|out of memory|Cannot allocate memory)",
                    found -> "the machine ran out of memory"),
            clue(
                    PATH + "[\"'`]?\\)? ?(?::|failed).{0,60}[Pp]ermission denied",
                    found -> "it may not open " + found.group(1)),
            clue(
                    "bind.{0,80}:(\\d{1,5})\\b.{0,20}[Pp]ermission denied",
                    found -> "it may not listen on port " + found.group(1)),
            clue(
                    PATH
                            + "[\"'`]?\\)? ?(?::|failed|does not exist).{0,60}(?:No such file or directory|does not exist)",
                    found -> "there is no " + found.group(1)),
            clue(
                    "(?:open|stat|access)(?:ing)? ['\"]?" + PATH + "['\"]?: no such file or directory",
                    found -> "there is no " + found.group(1)),
            clue(
                    "password authentication failed for user \"([\\w.-]{1,40})\"",
                    found -> "the database did not accept the password of " + found.group(1)),
            clue("[Cc]onnection refused", found -> "something it needs to connect to does not answer"));

    private DiagnosisClues() {}

    /** The end of what was printed, without colours and control characters, no line too long to be looked at. */
    static String readable(String output) {
        String end = output.length() > MOST_CHARACTERS ? output.substring(output.length() - MOST_CHARACTERS) : output;
        StringBuilder lines = new StringBuilder();
        COLOURS.matcher(end)
                .replaceAll("")
                .lines()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /** What the newest telling line says. */
    static Optional<String> read(String log) {
        List<String> newestFirst = log.lines().toList().reversed();
        return ALL.stream().flatMap(clue -> first(clue, newestFirst)).findFirst();
    }

    private static Stream<String> first(Clue clue, List<String> newestFirst) {
        return newestFirst.stream()
                .map(line -> clue.pattern().matcher(line))
                .filter(Matcher::find)
                .limit(1)
                .map(matcher -> clue.say().apply(matcher.toMatchResult()));
    }

    private static Clue clue(String regex, Function<MatchResult, String> say) {
        return new Clue(Pattern.compile(regex), say);
    }
}
