package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads journalctl, log files, dmesg and crontab. */
final class LogSpeech {

    private static final Pattern SYSLOG =
            Pattern.compile("^\\w{3} +\\d+ (\\d{2}:\\d{2}):\\d{2} \\S+ ([^\\s:\\[]+)(?:\\[\\d+])?: (.*)$");
    private static final Pattern ISO =
            Pattern.compile("^\\d{4}-\\d{2}-\\d{2}T(\\d{2}:\\d{2}):[^ ]+ \\S+ ([^\\s:\\[]+)(?:\\[\\d+])?: (.*)$");
    private static final Pattern KERNEL = Pattern.compile("^\\[[^]]*?(?:(\\d{2}:\\d{2}):\\d{2}[^]]*)?] ()(.*)$");
    private static final int MOST_WORDS = 40;

    private LogSpeech() {}

    static Speaker lines() {
        return result -> {
            if (result.output().contains("No journal files were found")) {
                return Optional.of("This machine keeps no journal, so I cannot show its log.");
            }
            List<String> lines = Text.lines(result.output()).stream()
                    .filter(line -> !line.startsWith("-- "))
                    .toList();
            if (lines.isEmpty()) {
                return Optional.of("There is nothing in that log.");
            }
            String last = lines.getLast();
            if (lines.size() == 1) {
                return Optional.of("It says: " + Text.sentence(Speech.cut(message(last), MOST_WORDS)));
            }
            return Optional.of("The last of " + lines.size() + " lines" + origin(last) + " says: "
                    + Text.sentence(Speech.cut(message(last), MOST_WORDS)));
        };
    }

    private static Optional<Matcher> dated(String line) {
        for (Pattern form : List.of(SYSLOG, ISO, KERNEL)) {
            Matcher matcher = form.matcher(line);
            if (matcher.matches()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    private static String message(String line) {
        return dated(line).map(matcher -> matcher.group(3)).orElse(line);
    }

    private static String origin(String line) {
        return dated(line)
                .map(matcher -> (matcher.group(2).isEmpty() ? "" : ", from " + matcher.group(2))
                        + (matcher.group(1) == null ? "" : " at " + matcher.group(1)))
                .map(origin -> origin.isEmpty() ? "" : origin + ",")
                .orElse("");
    }

    static Speaker crontab() {
        return result -> Optional.of(Text.thereAre(
                Text.lines(result.output()).stream()
                        .filter(line -> !line.startsWith("#") && !line.matches("[A-Za-z_]+\\s*=.*"))
                        .count(),
                "cron job"));
    }
}
