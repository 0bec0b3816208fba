package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dpkg and apt. */
final class PackageSpeech {

    private static final Pattern VERSION = Pattern.compile("^Version: (?:\\d+:)?([^\\s+~-]+)", Pattern.MULTILINE);

    private PackageSpeech() {}

    static Speaker installed() {
        return result -> {
            String name = result.slots().getOrDefault("package", "it");
            if (result.output().contains("is not installed") || result.output().contains("deinstall ok")) {
                return Optional.of("No, " + name + " is not installed.");
            }
            Matcher version = VERSION.matcher(result.output());
            return result.exitCode() == 0
                    ? Optional.of("Yes, " + name + " is installed"
                            + (version.find() ? ", version " + version.group(1) : "") + ".")
                    : Optional.empty();
        };
    }

    static Speaker updates() {
        return result -> {
            List<String> names = Text.lines(result.output()).stream()
                    .filter(line -> line.contains("upgradable"))
                    .map(line -> line.replaceAll("/.*", ""))
                    .toList();
            if (names.isEmpty()) {
                return Optional.of("Everything is up to date.");
            }
            return Optional.of(Text.counted(names.size(), "package") + " can be updated: " + Text.list(names, 5) + ".");
        };
    }

    static Speaker install() {
        return result -> {
            String name = result.slots().getOrDefault("package", "It");
            return Optional.of(
                    result.output().contains("is already the newest version")
                            ? name + " was installed already."
                            : name + " is installed.");
        };
    }
}
