package dev.readback.say.insight;

import dev.readback.say.Redaction;
import java.util.List;
import java.util.Optional;

/** What a command would affect, looked up just before it is read back. Thread-safe. */
public final class Effects {

    private static final int MOST = 4;
    private static final int LONGEST = 160;

    private Effects() {}

    /**
     * What the machine shows of what a command would touch: "312 files in 14 folders, 1.4 gigabytes", "2 units depend on it: php-fpm and
     * shop". Takes two seconds at most and never throws.
     *
     * @param argv the command's words; may be empty where {@code line} needs a shell
     * @param line the command line, for this machine
     * @return up to four short phrases, most important first; empty when nothing was seen, for nothing is guessed
     */
    public static List<String> of(List<String> argv, String line, Glance glance) {
        try (EffectsLooks looks = new EffectsLooks(glance)) {
            Optional<EffectsCommand> command = EffectsCommand.of(argv, line);
            return command.isEmpty() ? List.of() : spoken(seen(command.get(), looks));
        } catch (IllegalArgumentException | IndexOutOfBoundsException oddOutput) {
            return List.of();
        }
    }

    private static List<String> seen(EffectsCommand command, EffectsLooks looks) {
        return switch (command.program()) {
            case "rm", "rmdir", "shred", "unlink", "truncate", "chmod", "chown", "chgrp" ->
                new EffectsOnFiles(command, looks).phrases();
            case "find" -> new EffectsOfFind(command, looks).phrases();
            case "mv", "cp" -> new EffectsOfCopying(command, looks).phrases();
            case "systemctl", "service" -> new EffectsOnUnits(command, looks).phrases();
            case "docker", "podman", "docker-compose" -> EffectsOnContainers.phrases(command, looks);
            case "apt", "apt-get" -> new EffectsOnPackages(command, looks).phrases();
            case "kill", "pkill", "killall" -> new EffectsOnProcesses(command, looks).phrases();
            case "userdel", "deluser", "usermod", "gpasswd", "passwd" -> new EffectsOnUsers(command, looks).phrases();
            case "reboot", "shutdown", "poweroff", "halt" -> EffectsOnMachine.phrases(command, looks);
            case "ufw", "iptables", "ip6tables", "ip", "ifdown", "ifconfig", "nmcli" ->
                new EffectsOnNetwork(command, looks).phrases();
            case "dropdb", "psql", "mysql", "mariadb", "mysqladmin", "redis-cli", "valkey-cli" ->
                new EffectsOnDatabases(command, looks).phrases();
            case "crontab" -> EffectsOnSchedule.phrases(command, looks);
            default -> List.of();
        };
    }

    private static List<String> spoken(List<String> phrases) {
        return phrases.stream()
                .map(phrase -> Redaction.redact(phrase).replaceAll("[\\p{Cntrl}\\p{Cf}]", ""))
                .filter(phrase -> !phrase.isBlank() && phrase.length() <= LONGEST)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
