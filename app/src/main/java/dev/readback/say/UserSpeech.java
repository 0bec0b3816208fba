package dev.readback.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads w, last, lastb, id, getent and users. */
final class UserSpeech {

    private static final Pattern LOGIN = Pattern.compile(
            "^(\\S{1,40})\\s{1,40}\\S{1,40}\\s{1,40}(\\S{1,100})\\s{1,40}(\\w{3}) (\\w{3}) {1,2}(\\d{1,2}) (\\d{2}:\\d{2})");
    private static final Pattern GROUPS = Pattern.compile("groups=(\\S{1,2000})");
    private static final Pattern GROUP = Pattern.compile("\\d{1,10}\\(([^)]{1,64})\\)");
    private static final Pattern ID = Pattern.compile("uid=(\\d{1,10})\\(([^)]{1,64})\\)");
    private static final int FIRST_PERSON = 1000;
    private static final int NOBODY = 60_000;

    private UserSpeech() {}

    static Speaker who() {
        return result -> {
            List<String> names = Text.rows(result.output()).stream()
                    .dropWhile(row -> !row.getFirst().equals("USER"))
                    .skip(1)
                    .map(List::getFirst)
                    .distinct()
                    .toList();
            return loggedIn(names);
        };
    }

    /** What {@code users} prints: one name for each session. */
    static Speaker names() {
        return result ->
                loggedIn(Text.words(result.output()).stream().distinct().toList());
    }

    private static Optional<Answer> loggedIn(List<String> names) {
        if (names.isEmpty()) {
            return Optional.of(Answer.whole("Nobody is logged in."));
        }
        return Optional.of(
                names.size() == 1
                        ? Answer.of(names.getFirst() + " is logged in.")
                        : Answer.of(names.size() + " people are logged in: " + Text.list(names, 6) + ".")
                                .items(names, 6));
    }

    static Speaker lastLogins() {
        return result -> {
            List<String> logins = new ArrayList<>();
            for (String line : Text.lines(result.output())) {
                Matcher login = LOGIN.matcher(line);
                if (login.find() && !login.group(1).equals("reboot")) {
                    logins.add(login.group(1) + " from " + login.group(2) + ", on " + Calendar.day(login.group(3))
                            + ", " + login.group(5) + " " + Calendar.month(login.group(4)) + " at " + login.group(6));
                }
            }
            return Optional.of(
                    logins.isEmpty()
                            ? Answer.whole("There are no logins on record.")
                            : Answer.of("The last login was " + logins.getFirst() + ".")
                                    .items(logins, 1));
        };
    }

    static Speaker failedLogins() {
        return result -> {
            Map<String, Integer> sources = new LinkedHashMap<>();
            for (String line : Text.lines(result.output())) {
                Matcher login = LOGIN.matcher(line);
                if (login.find()) {
                    sources.merge(login.group(2), 1, Integer::sum);
                }
            }
            int all = sources.values().stream().mapToInt(Integer::intValue).sum();
            String most = sources.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
            String there = Text.withoutEnd(Text.thereAre(all, "failed login"), ".");
            return Optional.of(Answer.of(
                    all == 0
                            ? there + "."
                            : there + (sources.size() == 1 ? ", from " : ", most of them from ") + most + "."));
        };
    }

    static Speaker groups() {
        return result -> {
            Matcher id = ID.matcher(result.output());
            Matcher groups = GROUPS.matcher(result.output());
            if (!id.find() || !groups.find()) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>();
            Matcher group = GROUP.matcher(groups.group(1));
            while (group.find()) {
                names.add(group.group(1));
            }
            return Optional.of(Answer.of(id.group(2) + " has the number " + id.group(1) + " and is in "
                            + (names.size() == 1 ? "the group " : "the groups ") + Text.list(names, 8) + ".")
                    .items(names, 8));
        };
    }

    /** {@code groups}: names only. */
    static Speaker groupNames() {
        return result -> {
            String output = result.output().strip();
            List<String> names =
                    Text.words(output.substring(output.indexOf(" : ") < 0 ? 0 : output.indexOf(" : ") + 3));
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of("You are in " + (names.size() == 1 ? "the group " : "the groups ")
                                    + Text.list(names, 8) + ".")
                            .items(names, 8));
        };
    }

    static Speaker accounts() {
        return result -> {
            List<String> lines = Text.lines(result.output());
            List<String> people = lines.stream()
                    .filter(UserSpeech::isPerson)
                    .map(line -> Text.before(line, ":"))
                    .toList();
            String there = Text.withoutEnd(Text.thereAre(lines.size(), "account"), ".");
            return Optional.of(Answer.of(
                            people.isEmpty() || people.size() > 8
                                    ? there + "."
                                    : there + ", " + people.size() + " of them for people: " + Text.list(people, 6)
                                            + ".")
                    .items(lines.stream().map(line -> Text.before(line, ":")).toList(), 0));
        };
    }

    private static boolean isPerson(String line) {
        String[] fields = line.split(":", -1);
        double number = fields.length > 2 ? Text.number(fields[2]) : 0;
        return number >= FIRST_PERSON && number < NOBODY;
    }

    static Speaker account() {
        return result -> {
            String[] fields = result.output().strip().split(":", -1);
            return fields.length < 7
                    ? Optional.empty()
                    : Optional.of(Answer.whole("Yes, there is " + fields[0] + ", with the number " + fields[2]
                            + " and the home directory " + fields[5]
                            + (fields[6].endsWith("nologin") || fields[6].endsWith("false")
                                    ? ", but without a shell."
                                    : ".")));
        };
    }
}
