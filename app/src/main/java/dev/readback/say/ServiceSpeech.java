package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads systemctl and configuration tests. */
final class ServiceSpeech {

    private static final Pattern ACTIVE = Pattern.compile("Active: (\\S+)(?: \\(([^)]*)\\))?(?:.*?; (.+?) ago)?");
    private static final Pattern CONFIG_ERROR =
            Pattern.compile("\\[(?:emerg|error|crit)] (.+)|^(?:AH\\d+: )?(Syntax error .+)", Pattern.MULTILINE);

    private ServiceSpeech() {}

    static Speaker status() {
        return result -> {
            Matcher active = ACTIVE.matcher(result.output());
            if (!active.find()) {
                return Optional.empty();
            }
            String service = result.slots().getOrDefault("service", "It");
            String since = active.group(3) == null ? "" : span(active.group(3));
            return Optional.of(service
                    + switch (active.group(1)) {
                        case "active" ->
                            "exited".equals(active.group(2))
                                    ? " has done its work and ended."
                                    : " is running" + (since.isEmpty() ? "." : ", for " + since + ".");
                        case "failed" -> " has failed" + (since.isEmpty() ? "." : ", " + since + " ago.");
                        case "activating" -> " is starting.";
                        case "deactivating" -> " is stopping.";
                        case "reloading" -> " is reloading.";
                        default -> " is not running.";
                    });
        };
    }

    private static String span(String written) {
        return written.replaceAll("(\\d)(min)\\b", "$1 minutes")
                .replaceAll("(\\d)h\\b", "$1 hours")
                .replaceAll("(\\d)s\\b", "$1 seconds")
                .replaceAll("\\b1 (day|hour|minute|second|week|month)s\\b", "1 $1");
    }

    static Speaker enabled() {
        return result -> {
            String service = result.slots().getOrDefault("service", "it");
            return switch (result.output().strip()) {
                case "enabled", "enabled-runtime", "alias", "static" ->
                    Optional.of("Yes, " + service + " starts on boot.");
                case "disabled", "indirect" -> Optional.of("No, " + service + " does not start on boot.");
                case "masked", "masked-runtime" -> Optional.of("No, " + service + " is masked and cannot be started.");
                default -> Optional.empty();
            };
        };
    }

    private static List<String> unitNames(CommandResult result) {
        return Text.rows(result.output()).stream()
                .map(row -> row.getFirst().matches("\\W") && row.size() > 1 ? row.get(1) : row.getFirst())
                .filter(unit -> unit.matches("\\S+\\.[a-z]+"))
                .map(unit -> unit.replaceAll("\\.service$", ""))
                .toList();
    }

    static Speaker failed() {
        return result -> {
            List<String> units = unitNames(result);
            if (units.isEmpty()) {
                return Optional.of("No service has failed.");
            }
            return Optional.of(
                    units.size() == 1
                            ? units.getFirst() + " has failed."
                            : units.size() + " have failed: " + Text.list(units, 6) + ".");
        };
    }

    static Speaker units() {
        return result -> {
            List<String> units = unitNames(result);
            return Optional.of(
                    units.isEmpty()
                            ? "No services are running."
                            : Text.counted(units.size(), "service") + (units.size() == 1 ? " is" : " are")
                                    + " running: " + Text.list(units, 8) + ".");
        };
    }

    static Speaker configTest() {
        return result -> {
            if (result.exitCode() == 0) {
                return Optional.of("The configuration is fine.");
            }
            Matcher error = CONFIG_ERROR.matcher(result.output());
            if (!error.find()) {
                return Optional.empty();
            }
            String what = error.group(1) == null ? error.group(2) : error.group(1);
            return what.contains("ermission denied")
                    ? Optional.empty()
                    : Optional.of("The configuration is wrong: " + Text.sentence(what));
        };
    }

    static Speaker timers() {
        return result -> {
            List<String> timers = Text.rows(result.output()).stream()
                    .flatMap(row ->
                            row.stream().filter(cell -> cell.endsWith(".timer")).limit(1))
                    .map(timer -> timer.replace(".timer", ""))
                    .toList();
            return Optional.of(
                    timers.isEmpty()
                            ? "No timers are active."
                            : Text.counted(timers.size(), "timer") + (timers.size() == 1 ? " is" : " are")
                                    + " active; the next is " + timers.getFirst() + ".");
        };
    }
}
