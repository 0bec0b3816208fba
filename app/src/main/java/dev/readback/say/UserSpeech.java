package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads w and last. */
final class UserSpeech {

    private static final Pattern LOGIN =
            Pattern.compile("^(\\S+)\\s+\\S+\\s+(\\S+)\\s+(\\w{3} \\w{3} +\\d+ \\d{2}:\\d{2}).*$");

    private UserSpeech() {}

    static Speaker who() {
        return result -> {
            List<String> lines = result.output().lines().toList();
            List<String> names = lines.stream()
                    .dropWhile(line -> !line.startsWith("USER"))
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\\s+")[0])
                    .distinct()
                    .toList();
            if (names.isEmpty()) {
                return Optional.of("Nobody is logged in.");
            }
            return Optional.of(
                    names.size() == 1
                            ? names.getFirst() + " is logged in."
                            : names.size() + " people are logged in, " + Text.list(names, 6) + ".");
        };
    }

    static Speaker lastLogins() {
        return result -> {
            for (String line : Text.lines(result.output())) {
                Matcher login = LOGIN.matcher(line);
                if (login.matches() && !login.group(1).equals("reboot")) {
                    return Optional.of("The last login was " + login.group(1) + " from " + login.group(2) + ", "
                            + login.group(3).replaceAll(" +", " ") + ".");
                }
            }
            return Optional.of("There are no logins on record.");
        };
    }
}
