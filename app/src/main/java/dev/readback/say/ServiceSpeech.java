package dev.readback.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads systemctl and configuration tests. */
final class ServiceSpeech {

    private static final Pattern ACTIVE =
            Pattern.compile("Active: (\\S{1,40})(?: \\(([^)\n]{0,80})\\))?(?:[^\n]{0,200}?; ([^\n]{1,60}?) ago)?");
    private static final Pattern MEMORY = Pattern.compile("Memory: ([0-9.]{1,8}[BKMGT])");
    private static final Pattern UNIT = Pattern.compile("[\\w@:.\\\\-]{1,200}\\.[a-z]{4,9}");
    private static final int MOST = 6;

    private ServiceSpeech() {}

    static Speaker status() {
        return result -> {
            Matcher active = ACTIVE.matcher(result.output());
            if (!active.find()) {
                return Optional.empty();
            }
            String service = result.slots().getOrDefault("service", "It");
            String since = active.group(3) == null ? "" : Calendar.span(active.group(3));
            String how = active.group(2) == null ? "" : active.group(2);
            return Optional.of(Answer.of(service + state(active.group(1), how, since, service, result.output())));
        };
    }

    private static String state(String active, String how, String since, String service, String output) {
        return switch (active) {
            case "active" -> how.equals("exited") ? " has done its work and ended." : running(since, output);
            case "failed" ->
                " has failed" + because(how) + (since.isEmpty() ? "" : ", " + since + " ago")
                        + ". Say \"show the logs of " + service + "\" to see why.";
            case "activating" ->
                how.startsWith("auto-restart") ? " keeps failing and is about to be started again." : " is starting.";
            case "deactivating" -> " is stopping.";
            case "reloading" -> " is reloading.";
            default -> " is not running.";
        };
    }

    private static String running(String since, String output) {
        Matcher memory = MEMORY.matcher(output);
        String uses = memory.find() ? " and uses " + Units.size(memory.group(1)) + " of memory" : "";
        return since.isEmpty() ? " is running" + uses + "." : " has been running for " + since + uses + ".";
    }

    private static String because(String how) {
        return switch (how) {
            case "Result: oom-kill" -> " because the machine ran out of memory";
            case "Result: timeout" -> " because it took too long";
            case "Result: core-dump", "Result: signal" -> " because it crashed";
            case "Result: start-limit-hit" -> " too often to be started again";
            default -> "";
        };
    }

    static Speaker enabled() {
        return result -> {
            String service = result.slots().getOrDefault("service", "it");
            return switch (result.output().strip()) {
                case "enabled", "enabled-runtime", "alias" -> whole("Yes, " + service + " starts on boot.");
                case "static" -> whole(service + " starts when something else needs it.");
                case "disabled", "indirect" -> whole("No, " + service + " does not start on boot.");
                case "masked", "masked-runtime" -> whole("No, " + service + " is masked and cannot be started.");
                default -> Optional.empty();
            };
        };
    }

    private static Optional<Answer> whole(String sentence) {
        return Optional.of(Answer.whole(sentence));
    }

    private static List<String> unitNames(CommandResult result) {
        List<String> names = new ArrayList<>();
        for (List<String> row : Text.rows(result.output())) {
            String unit = row.getFirst().length() == 1 && row.size() > 1 ? row.get(1) : row.getFirst();
            if (UNIT.matcher(unit).matches()) {
                names.add(Text.withoutEnd(unit, ".service"));
            }
        }
        return names;
    }

    static Speaker failed() {
        return result -> {
            List<String> units = unitNames(result);
            if (units.isEmpty()) {
                return whole("No service has failed.");
            }
            String said = units.size() == 1
                    ? units.getFirst() + " has failed."
                    : units.size() + " have failed: " + Text.list(units, MOST) + ".";
            return Optional.of(Answer.of(said + " Say \"show the logs of " + units.getFirst() + "\" to see why.")
                    .items(units, MOST));
        };
    }

    static Speaker units() {
        return result -> {
            List<String> units = unitNames(result);
            if (units.isEmpty()) {
                return whole("No services are running.");
            }
            return Optional.of(Answer.of(Text.counted(units.size(), "service") + Text.isOrAre(units.size())
                            + " running: " + Text.list(units, MOST) + ".")
                    .items(units, MOST));
        };
    }

    static Speaker configTest() {
        return result -> {
            if (result.exitCode() == 0) {
                return Optional.of(
                        result.output().contains("[warn]")
                                ? Answer.of("The configuration is fine, with a warning.")
                                : Answer.whole("The configuration is fine."));
            }
            return ConfigErrors.say(Excerpt.telling(result.output())).map(Answer::of);
        };
    }

    static Speaker timers() {
        return result -> {
            List<String> timers = new ArrayList<>();
            String left = "";
            for (List<String> row : Text.rows(result.output())) {
                Optional<String> timer =
                        row.stream().filter(cell -> cell.endsWith(".timer")).findFirst();
                if (timer.isPresent()) {
                    left = timers.isEmpty() ? left(row) : left;
                    timers.add(Text.withoutEnd(timer.get(), ".timer"));
                }
            }
            return timers.isEmpty()
                    ? whole("No timers are active.")
                    : Optional.of(Answer.of(Text.counted(timers.size(), "timer") + Text.isOrAre(timers.size())
                                    + " active; the next is " + timers.getFirst() + left + ".")
                            .items(timers, 1));
        };
    }

    /** Until the next: what stands after the date, the time and the zone, as in {@code 9h} or {@code 4min 12s}. */
    private static String left(List<String> row) {
        return row.size() > 5
                        && Character.isDigit(row.get(4).charAt(0))
                        && Character.isLetter(row.get(4).charAt(row.get(4).length() - 1))
                ? ", in " + Calendar.span(row.get(4))
                : "";
    }
}
