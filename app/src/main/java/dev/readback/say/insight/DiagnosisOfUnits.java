package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a unit did not start, restart or reload: its state, its newest log lines, and its own check of its configuration. */
final class DiagnosisOfUnits {

    static final String FAILED = "systemctl list-units --failed --plain --no-legend --no-pager";

    private static final Map<String, String> VERBS = Map.of(
            "start", "start",
            "restart", "start",
            "try-restart", "start",
            "condrestart", "start",
            "reload-or-restart", "start",
            "enable", "start",
            "reload", "reload",
            "force-reload", "reload");
    private static final Map<String, String> CHECKS = Map.of(
            "nginx", "nginx -t 2>&1 || true",
            "apache2", "apachectl configtest 2>&1 || true",
            "httpd", "apachectl configtest 2>&1 || true",
            "ssh", "sshd -t 2>&1 || true",
            "sshd", "sshd -t 2>&1 || true",
            "named", "named-checkconf 2>&1 || true",
            "bind9", "named-checkconf 2>&1 || true",
            "haproxy", "haproxy -c -f /etc/haproxy/haproxy.cfg 2>&1 || true");

    /** What is said well enough without looking. */
    private static final Pattern SAID = Pattern.compile(
            "(?i)interactive authentication required|access denied|permission denied|not been booted with systemd|failed to connect to (?:system )?bus"
                    + "|not found|does not exist|is masked|not applicable|polkit");

    private final EffectsCommand command;
    private final String said;
    private final EffectsLooks looks;

    DiagnosisOfUnits(EffectsCommand command, String said, EffectsLooks looks) {
        this.command = command;
        this.said = said;
        this.looks = looks;
    }

    static String showLine(String unit) {
        return "systemctl show -p Result,ExecMainStatus,Requires,BindsTo,Requisite -- " + EffectsWord.quoted(unit);
    }

    static String statusLine(String unit) {
        return "systemctl status --no-pager -l -n 20 -- " + EffectsWord.quoted(unit) + " || true";
    }

    static String logLine(String unit) {
        return "journalctl -u " + EffectsWord.quoted(unit) + " --since=-5min -n 30 --no-pager -o cat";
    }

    static Set<String> checkLines() {
        return Set.copyOf(CHECKS.values());
    }

    Optional<String> cause() {
        List<String> words =
                command.operands("-H", "-M").stream().map(EffectsWord::text).toList();
        boolean service = command.program().equals("service");
        if (words.size() != 2
                || SAID.matcher(said).find()
                || command.has("--user", "-H", "-M", "--host", "--machine")) {
            return Optional.empty();
        }
        String verb = words.get(service ? 1 : 0);
        String unit = words.get(service ? 0 : 1);
        Optional<String> name = EffectsNames.plain(EffectsNames.unit(unit));
        return name.isEmpty() || !VERBS.containsKey(verb)
                ? Optional.empty()
                : cause(unit, name.get()).map(why -> name.get() + " did not " + VERBS.get(verb) + ": " + why);
    }

    private Optional<String> cause(String unit, String name) {
        String check = CHECKS.getOrDefault(name, "");
        looks.begin(showLine(unit), statusLine(unit), logLine(unit));
        if (!check.isEmpty()) {
            looks.begin(check);
        }
        String log = DiagnosisClues.readable(looks.see(statusLine(unit)))
                + DiagnosisClues.readable(looks.see(logLine(unit)));
        String checked = check.isEmpty() ? "" : DiagnosisClues.readable(looks.see(check));
        return dependency(unit)
                .or(() -> checked.isEmpty() ? Optional.empty() : configuration(checked))
                .or(() -> DiagnosisOfPorts.taken(log).map(port -> DiagnosisOfPorts.cause(port, name, looks)))
                .or(() -> outcome(unit, "oom-kill", "it was ended because the machine ran out of memory"))
                .or(() -> DiagnosisClues.read(log))
                .or(() -> ended(unit));
    }

    /** What a check that failed says; one that is content names files too. */
    private static Optional<String> configuration(String checked) {
        boolean content =
                checked.matches("(?is).*(syntax is ok|test is successful|syntax ok|configuration file is valid).*");
        boolean rights = checked.contains("ermission denied");
        return content || rights ? Optional.empty() : DiagnosisClues.read(checked);
    }

    private Optional<String> dependency(String unit) {
        if (!said.contains("dependency job")) {
            return Optional.empty();
        }
        looks.begin(FAILED);
        List<String> needed = Arrays.asList(
                String.join(" ", shown(unit, "Requires"), shown(unit, "BindsTo"), shown(unit, "Requisite"))
                        .split(" "));
        List<String> failed = Text.rows(looks.see(FAILED)).stream()
                .map(List::getFirst)
                .filter(needed::contains)
                .map(EffectsNames::unit)
                .flatMap(one -> EffectsNames.plain(one).stream())
                .toList();
        return Optional.of(
                failed.isEmpty()
                        ? "a unit it depends on failed"
                        : "it depends on " + Text.list(failed, 3) + ", which failed");
    }

    private Optional<String> ended(String unit) {
        return outcome(unit, "timeout", "it did not get ready in time")
                .or(() -> outcome(unit, "watchdog", "it stopped answering"))
                .or(() -> outcome(
                        unit, "start-limit-hit", "it failed too often in a short time, so systemd holds it back"))
                .or(() -> outcome(unit, "protocol", "it never said that it was ready"))
                .or(() -> Optional.of(shown(unit, "ExecMainStatus"))
                        .filter(status -> status.matches("[1-9]\\d{0,2}"))
                        .map(status -> "its program ended at once, with status " + status));
    }

    private Optional<String> outcome(String unit, String result, String why) {
        return shown(unit, "Result").equals(result) ? Optional.of(why) : Optional.empty();
    }

    private String shown(String unit, String property) {
        return Text.lines(looks.see(showLine(unit))).stream()
                .filter(line -> line.startsWith(property + "="))
                .map(line -> line.substring(property.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
