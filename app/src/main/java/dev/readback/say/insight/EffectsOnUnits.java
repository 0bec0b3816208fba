package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a unit is now, and what hangs on it. */
final class EffectsOnUnits {

    private static final Set<String> VERBS = Set.of(
            "stop",
            "restart",
            "try-restart",
            "reload",
            "force-reload",
            "reload-or-restart",
            "disable",
            "mask",
            "kill",
            "start",
            "enable");
    private static final Set<String> MACHINE = Set.of("reboot", "poweroff", "halt", "kexec", "soft-reboot", "isolate");
    private static final Set<String> NETWORK = Set.of("networking", "NetworkManager", "systemd-networkd");
    private static final Pattern SINCE = Pattern.compile("Active: active [^;\\n]{0,120}; ([0-9a-z ]{2,40}) ago");
    private static final int MOST = 3;

    private final EffectsCommand command;
    private final EffectsLooks looks;

    EffectsOnUnits(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
    }

    static String showLine(String unit) {
        return "systemctl show -p LoadState,ActiveState,UnitFileState,CanReload,TriggeredBy,Triggers,RequiredBy,RequisiteOf,BoundBy"
                + ",ConsistsOf,NextElapseUSecRealtime -- " + EffectsWord.quoted(unit);
    }

    static String statusLine(String unit) {
        return "systemctl status --no-pager -n 0 -- " + EffectsWord.quoted(unit) + " || true";
    }

    List<String> phrases() {
        List<String> words = command.operands("-s", "--signal", "--kill-whom", "--job-mode", "-H", "-M").stream()
                .map(EffectsWord::text)
                .toList();
        if (command.has("--user", "-H", "--host", "-M", "--machine") || words.isEmpty()) {
            return List.of();
        }
        boolean service = command.program().equals("service");
        if (!service && MACHINE.contains(words.getFirst())) {
            return EffectsOnMachine.phrases(command, looks);
        }
        String verb = service ? (words.size() > 1 ? words.get(1) : "") : words.getFirst();
        List<String> units = service ? words.subList(0, 1) : words.subList(1, words.size());
        return VERBS.contains(verb) ? of(verb, units.stream().limit(MOST).toList()) : List.of();
    }

    private List<String> of(String verb, List<String> units) {
        units.forEach(unit -> looks.begin(showLine(unit), statusLine(unit)));
        List<String> phrases = new ArrayList<>();
        for (String unit : units) {
            EffectsNames.plain(EffectsNames.unit(unit))
                    .ifPresent(name -> phrases.addAll(of(verb, unit, name, units.size() > 1)));
        }
        return phrases;
    }

    private List<String> of(String verb, String unit, String name, boolean several) {
        Map<String, String> shown = read(looks.see(showLine(unit)));
        String it = several ? name : "it";
        if (!shown.containsKey("LoadState")) {
            return List.of();
        }
        if (shown.get("LoadState").equals("not-found")) {
            return List.of("there is no unit called " + name);
        }
        return Stream.of(
                        dependents(verb, shown, it),
                        access(verb, name, shown),
                        state(verb, unit, shown, it),
                        triggers(verb, shown, it))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<String, String> read(String output) {
        Map<String, String> shown = new TreeMap<>();
        for (String line : Text.lines(output)) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                shown.put(line.substring(0, sign), line.substring(sign + 1).strip());
            }
        }
        return shown;
    }

    private static boolean ends(String verb) {
        return Set.of("stop", "restart", "try-restart", "reload-or-restart", "kill")
                .contains(verb);
    }

    private static boolean running(Map<String, String> shown) {
        return shown.getOrDefault("ActiveState", "").matches("active|reloading|activating");
    }

    private static Optional<String> dependents(String verb, Map<String, String> shown, String it) {
        List<String> units = Stream.of("RequiredBy", "BoundBy", "ConsistsOf", "RequisiteOf")
                .flatMap(key -> Arrays.stream(shown.getOrDefault(key, "").split(" ")))
                .filter(unit -> !unit.matches(".*\\.(target|slice)|"))
                .map(EffectsNames::unit)
                .flatMap(unit -> EffectsNames.plain(unit).stream())
                .distinct()
                .toList();
        boolean concerns = ends(verb) || verb.equals("mask");
        return units.isEmpty() || !concerns
                ? Optional.empty()
                : Optional.of(Text.counted(units.size(), "unit") + (units.size() == 1 ? " depends on " : " depend on ")
                        + it + ": " + EffectsNames.three(units));
    }

    /** The ways into the machine that are easily cut by mistake. */
    private static Optional<String> access(String verb, String name, Map<String, String> shown) {
        if (!ends(verb) || !running(shown)) {
            return Optional.empty();
        }
        if (name.matches("sshd?")) {
            return Optional.of("logins over ssh come in through it");
        }
        return NETWORK.contains(name) ? Optional.of("it runs this machine's network") : Optional.empty();
    }

    private Optional<String> state(String verb, String unit, Map<String, String> shown, String it) {
        boolean running = running(shown);
        if (verb.matches("start|enable")) {
            return running && verb.equals("start") ? Optional.of(it + " is running already") : Optional.empty();
        }
        if (verb.matches(".*reload") && "no".equals(shown.get("CanReload"))) {
            return Optional.of(it + " cannot reload, only be restarted");
        }
        if (verb.matches("disable|mask") && running && !command.has("--now")) {
            return Optional.of(it + " is running, and goes on until it is stopped");
        }
        Matcher since = SINCE.matcher(looks.see(statusLine(unit)));
        return Optional.of(
                !running
                        ? it + " is not running now"
                        : it + " is running" + (since.find() ? ", " + EffectsSpans.forSpan(since.group(1)) : ""));
    }

    private static Optional<String> triggers(String verb, Map<String, String> shown, String it) {
        String by = shown.getOrDefault("TriggeredBy", "");
        if (verb.equals("stop") && !by.isEmpty()) {
            String kind = by.contains(".socket") ? "socket" : by.contains(".timer") ? "timer" : "path";
            return Optional.of(it + " starts again by its " + kind);
        }
        Optional<String> runs = EffectsNames.plain(EffectsNames.unit(shown.getOrDefault("Triggers", "")));
        Optional<String> next = EffectsSpans.moment(shown.getOrDefault("NextElapseUSecRealtime", ""));
        return runs.filter(unit -> ends(verb) || verb.matches("disable|mask"))
                .map(unit -> it + " is what runs " + unit
                        + next.map(when -> ", next on " + when).orElse(""));
    }
}
