package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dpkg and apt. */
final class PackageSpeech {

    private static final Pattern VERSION =
            Pattern.compile("^Version: (?:\\d{1,4}:)?([^\\s+~-]{1,60})", Pattern.MULTILINE);
    private static final Pattern DESCRIPTION =
            Pattern.compile("^Description(?:-en)?: ([^\n]{1,200})", Pattern.MULTILINE);
    private static final Pattern INSTALLED =
            Pattern.compile("^(?:APT-Manual-Installed: |Status: install ok installed)", Pattern.MULTILINE);
    private static final Pattern UPGRADED =
            Pattern.compile("(\\d{1,6}) upgraded, (\\d{1,6}) newly installed, (\\d{1,6}) to remove");
    private static final int MOST = 5;

    private PackageSpeech() {}

    static Speaker installed() {
        return result -> {
            String name = result.slots().getOrDefault("package", "it");
            if (result.output().contains("is not installed") || result.output().contains("deinstall ok")) {
                return Optional.of(Answer.whole("No, " + name + " is not installed."));
            }
            Matcher version = VERSION.matcher(result.output());
            return result.exitCode() == 0
                    ? Optional.of(Answer.of("Yes, " + name + " is installed"
                            + (version.find() ? ", version " + version.group(1) : "") + "."))
                    : Optional.empty();
        };
    }

    static Speaker info() {
        return result -> {
            Matcher version = VERSION.matcher(result.output());
            Matcher description = DESCRIPTION.matcher(result.output());
            if (!version.find() || !description.find()) {
                return Optional.empty();
            }
            String name = result.slots().getOrDefault("package", "It");
            String state = INSTALLED.matcher(result.output()).find() ? ", which is installed" : "";
            return Optional.of(
                    Answer.of(name + " " + version.group(1) + state + ": " + Text.sentence(description.group(1))));
        };
    }

    static Speaker updates() {
        return result -> {
            List<String> lines = Text.lines(result.output()).stream()
                    .filter(line -> line.contains("/") && line.contains("["))
                    .toList();
            if (lines.isEmpty()) {
                return Optional.of(Answer.whole("Everything is up to date."));
            }
            List<String> security = names(
                    lines.stream().filter(line -> line.contains("-security")).toList());
            List<String> names = names(lines);
            String can = Text.counted(names.size(), "package") + " can be updated";
            String which = security.isEmpty()
                    ? ": " + Text.list(names, MOST) + "."
                    : security.size() == names.size()
                            ? ", for security: " + Text.list(names, MOST) + "."
                            : ", " + security.size() + " of them for security: " + Text.list(security, MOST) + ".";
            return Optional.of(Answer.of(can + which).items(names, security.isEmpty() ? MOST : 0));
        };
    }

    private static List<String> names(List<String> lines) {
        return lines.stream().map(line -> Text.before(line, "/")).toList();
    }

    /** {@code apt list}, less what it says about itself. */
    static Speaker list() {
        return result -> {
            List<String> names = names(Text.lines(result.output()).stream()
                    .filter(line -> line.contains("/") && !line.startsWith("WARNING"))
                    .toList());
            return Optional.of(Answer.of(Text.thereAre(names.size(), "package")).items(names, 0));
        };
    }

    static Speaker search() {
        return result -> {
            List<String> lines = Text.lines(result.output());
            String there = Text.thereAre(lines.size(), "package");
            List<String> names =
                    lines.stream().map(line -> Text.before(line, " - ")).toList();
            return Optional.of(
                    lines.isEmpty()
                            ? Answer.whole("There is no such package.")
                            : Answer.of(Text.withoutEnd(there, ".") + ": " + Text.list(names, MOST) + ".")
                                    .items(lines, 0));
        };
    }

    static Speaker install() {
        return result -> {
            String name = result.slots().getOrDefault("package", "It");
            return Optional.of(Answer.of(
                    result.output().contains("is already the newest version")
                            ? name + " was installed already."
                            : name + " is installed."));
        };
    }

    static Speaker upgrade() {
        return result -> {
            Matcher counts = UPGRADED.matcher(result.output());
            if (!counts.find()) {
                return Optional.empty();
            }
            long number = Long.parseLong(counts.group(1));
            return Optional.of(Answer.of(
                    number == 0
                            ? "Everything was up to date already."
                            : Text.counted(number, "package") + (number == 1 ? " was" : " were") + " updated."));
        };
    }
}
