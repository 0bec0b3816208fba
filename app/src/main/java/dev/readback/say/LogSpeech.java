package dev.readback.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads journalctl, log files, dmesg and crontab. */
final class LogSpeech {

    private static final int MOST_WORDS = 35;

    private LogSpeech() {}

    static Speaker lines() {
        return result -> {
            if (result.output().contains("No journal files were found")) {
                return Optional.of(Answer.whole("This machine keeps no journal, so I cannot show its log."));
            }
            List<String> lines = Text.lines(result.output()).stream()
                    .filter(line -> !line.startsWith("-- ") && !line.startsWith("Hint: "))
                    .toList();
            boolean errors = result.intent().contains("errors");
            if (lines.isEmpty()) {
                return Optional.of(Answer.whole(errors ? "There are no errors." : "There is nothing in that log."));
            }
            return Optional.of(errors ? errors(lines) : log(lines));
        };
    }

    private static Answer errors(List<String> lines) {
        LogLine last = LogLine.of(lines.getLast());
        String there = lines.size() == 1 ? "There is one error" : "There are " + lines.size() + " errors; the last";
        return Answer.of(there + Text.withoutEnd(last.origins(), ",") + ": " + last.said(MOST_WORDS))
                .items(newestFirst(lines), 1);
    }

    /** What went wrong last is more important than what came last. */
    private static Answer log(List<String> lines) {
        LogLine last = LogLine.of(lines.getLast());
        if (lines.size() == 1) {
            return Answer.of("It says: " + last.said(MOST_WORDS)).items(lines, 1);
        }
        boolean requests = LogLine.isRequest(lines.getLast());
        List<String> trouble = lines.stream()
                .filter(line -> requests ? LogLine.isFailedRequest(line) : ErrorLines.isTrouble(line))
                .toList();
        String latest = "The last of " + lines.size() + " lines" + last.origins() + " says: " + last.said(MOST_WORDS);
        if (trouble.isEmpty()) {
            return Answer.of(latest).items(newestFirst(lines), 1);
        }
        LogLine wrong = LogLine.of(trouble.getLast());
        String tell = trouble.size() == 1
                ? "One of " + lines.size() + " lines tells of trouble" + Text.withoutEnd(wrong.origins(), ",")
                : trouble.size() + " of " + lines.size() + " lines tell of trouble; the latest"
                        + Text.withoutEnd(wrong.origins(), ",");
        return Answer.of(tell + ": " + wrong.said(MOST_WORDS)).items(newestFirst(lines), 0);
    }

    private static List<String> newestFirst(List<String> lines) {
        List<String> said = new ArrayList<>();
        for (String line : lines.reversed()) {
            LogLine read = LogLine.of(line);
            said.add((read.time().isEmpty() ? "" : "at " + read.time() + ": ") + read.message());
        }
        return said;
    }

    static Speaker crontab() {
        return result -> {
            List<String> jobs = Text.lines(result.output()).stream()
                    .filter(line -> !line.startsWith("#") && !isAssignment(line))
                    .toList();
            String there = Text.thereAre(jobs.size(), "cron job");
            List<String> said = jobs.stream().map(CronTime::said).toList();
            boolean few = !said.isEmpty() && said.size() <= 2;
            return Optional.of(Answer.of(few ? Text.withoutEnd(there, ".") + ": " + Text.list(said, 2) + "." : there)
                    .items(said, few ? said.size() : 0));
        };
    }

    private static boolean isAssignment(String line) {
        int sign = line.indexOf('=');
        return sign > 0 && line.substring(0, sign).strip().chars().allMatch(c -> Character.isLetter(c) || c == '_');
    }
}
