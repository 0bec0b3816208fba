package dev.readback.say;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a log.
 *
 * @param time {@code 14:01}, or empty
 * @param origin the program that wrote it, or empty
 */
record LogLine(String time, String origin, String message) {

    private static final String FROM = "\\S{1,200} (?<origin>[^\\s:\\[]{1,100})(?:\\[\\d{1,10}])?: (?<message>.*)$";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("^\\w{3} {1,2}\\d{1,2} (?<time>\\d{2}:\\d{2}):\\d{2}(?:\\.\\d{1,9})? " + FROM),
            Pattern.compile("^\\d{4}-\\d{2}-\\d{2}[T ](?<time>\\d{2}:\\d{2}):[^ ]{1,30} " + FROM),
            Pattern.compile(
                    "^\\d{4}/\\d{2}/\\d{2} (?<time>\\d{2}:\\d{2}):\\d{2} (?<origin>)\\[\\w{1,10}] [\\d#]{1,20}: (?:\\*\\d{1,12} )?(?<message>.*)$"),
            Pattern.compile(
                    "^\\[[^\\]]{0,40}?(?:(?<time>\\d{2}:\\d{2}):\\d{2}[^\\]]{0,20})?] (?<origin>)(?<message>.*)$"),
            Pattern.compile(
                    "^\\[?\\d{4}-\\d{2}-\\d{2}[T ](?<time>\\d{2}:\\d{2}):\\d{2}[^ ]{0,20}]?(?<origin>) (?<message>.*)$"));
    private static final Pattern REQUEST = Pattern.compile(
            "^(?<from>\\S{1,80}) \\S{1,80} \\S{1,80} \\[[^\\]]{0,14}:(?<time>\\d{2}:\\d{2}):\\d{2}[^\\]]{0,8}] \"(?<what>\\S{1,10} [^\\s\"]{1,200})[^\"]{0,20}\" (?<status>\\d{3})\\b");
    private static final Pattern SINCE_BOOT = Pattern.compile("^\\[ {0,8}\\d{1,9}\\.\\d{1,9}] ");
    private static final int LONGEST = 1_000;

    static LogLine of(String line) {
        String bounded = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        Matcher request = REQUEST.matcher(bounded);
        if (request.find()) {
            String message = request.group("what") + " from " + request.group("from") + " was answered with "
                    + request.group("status");
            return new LogLine(request.group("time"), "", message);
        }
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(bounded);
            if (matcher.matches()) {
                String time = matcher.group("time");
                String message = SINCE_BOOT.matcher(matcher.group("message")).replaceFirst("");
                return new LogLine(time == null ? "" : time, matcher.group("origin"), message);
            }
        }
        return new LogLine("", "", bounded);
    }

    /** Whether it is a request a web server could not answer. */
    static boolean isFailedRequest(String line) {
        Matcher request = REQUEST.matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        return request.find() && request.group("status").startsWith("5");
    }

    static boolean isRequest(String line) {
        return REQUEST.matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line)
                .find();
    }

    /** ", from nginx at 14:01," or nothing. */
    String origins() {
        String from = origin.isEmpty() ? "" : ", from " + origin;
        String at = time.isEmpty() ? "" : (from.isEmpty() ? ", at " : " at ") + time;
        return from.isEmpty() && at.isEmpty() ? "" : from + at + ",";
    }

    String said(int mostWords) {
        return Text.sentence(Speech.line(message, mostWords));
    }
}
