package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a change of the network may cut the connection one would need to undo it. */
final class EffectsOnNetwork {

    static final String LISTENING = "ss -ltnpH";
    static final String DEFAULT_ROUTE = "ip -o route show default";
    static final String RULES = "iptables -S INPUT";
    static final String ADDED = "ufw show added";

    private static final Pattern DEVICE = Pattern.compile("\\bdev (\\S{1,20})");
    private static final Pattern PORT = Pattern.compile("^\\S+\\s+\\d+\\s+\\d+\\s+\\S*:(\\d{1,5})\\s.*");

    private final EffectsCommand command;
    private final EffectsLooks looks;
    private final List<String> texts;

    EffectsOnNetwork(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
        this.texts = command.texts();
    }

    static String connectionsLine(String port) {
        return "ss -tnH state established 'sport = :" + port + "'";
    }

    List<String> phrases() {
        return switch (command.program()) {
            case "ufw" -> firewall();
            case "iptables", "ip6tables" -> tables();
            default -> link();
        };
    }

    private List<String> firewall() {
        String all = String.join(" ", texts);
        boolean closes =
                all.matches(".*\\b(deny|reject|limit)\\b.*") || all.matches("(--force )?delete (allow|limit)\\b.*");
        if (all.matches("(--force )?enable|default (deny|reject)( incoming)?")) {
            return ssh().filter(port -> !letsIn(port))
                    .map(port -> cut(port, "no rule lets ssh in"))
                    .orElse(List.of());
        }
        return closes ? ssh().filter(this::names).map(port -> cut(port, "")).orElse(List.of()) : List.of();
    }

    /** Whether a rule for ssh is seen, or nothing is: then there is nothing to warn of. */
    private boolean letsIn(String port) {
        String added = looks.see(ADDED);
        return added.isBlank()
                || Text.lines(added).stream()
                        .anyMatch(rule -> rule.matches(".*\\b(allow|limit)\\b.*\\b(" + port + "|ssh|OpenSSH)\\b.*"));
    }

    private boolean names(String port) {
        return texts.stream().anyMatch(text -> text.matches("(?i)(" + port + "|ssh|openssh)(/tcp)?"));
    }

    private List<String> tables() {
        String all = " " + String.join(" ", texts) + " ";
        boolean drops =
                all.matches(".* (-j|--jump) (DROP|REJECT) .*") && all.matches(".* (-A|-I|--append|--insert) INPUT .*");
        boolean everything = !all.matches(".* (--dports?|-s|--source|-i|--in-interface|-p|--protocol|-m) .*");
        boolean closing = all.matches(".* (-P|--policy) INPUT (DROP|REJECT) .*");
        boolean emptied =
                all.matches(".* (-F|--flush)( INPUT)? .*") && looks.see(RULES).contains("-P INPUT DROP");
        Optional<String> ssh = ssh().filter(port -> closing || emptied || (drops && (everything || names(port))));
        return ssh.map(port -> cut(port, "")).orElse(List.of());
    }

    private List<String> link() {
        Matcher device = DEVICE.matcher(looks.see(DEFAULT_ROUTE));
        if (!device.find()) {
            return List.of();
        }
        String name = device.group(1);
        String all = " " + String.join(" ", texts) + " ";
        boolean down = command.program().equals("ifdown") || all.matches(".* (down|del|delete|flush|disconnect) .*");
        boolean concerns = texts.contains(name) || all.matches(" (route|r) (del|delete|flush) .*default.*");
        boolean plain = EffectsNames.plain(name).isPresent();
        return down && concerns && plain
                ? List.of(name + " carries the way out of this machine: it may no longer be reached")
                : List.of();
    }

    /** The port on which ssh listens, if it does. */
    private Optional<String> ssh() {
        List<String> rows = Text.lines(looks.see(LISTENING));
        return rows.stream()
                .filter(row -> row.contains("(\"sshd\""))
                .flatMap(row -> port(row).stream())
                .findFirst()
                .or(() -> rows.stream()
                        .flatMap(row -> port(row).stream())
                        .filter("22"::equals)
                        .findFirst());
    }

    private static Optional<String> port(String row) {
        Matcher port = PORT.matcher(row);
        return port.matches() ? Optional.of(port.group(1)) : Optional.empty();
    }

    private List<String> cut(String port, String why) {
        List<String> phrases = new ArrayList<>();
        phrases.add("it may cut ssh, which listens on port " + port + (why.isEmpty() ? "" : ": " + why));
        Set<String> open = Set.copyOf(Text.lines(looks.see(connectionsLine(port))));
        if (!open.isEmpty()) {
            phrases.add(
                    Text.counted(open.size(), "ssh connection") + (open.size() == 1 ? " is" : " are") + " open now");
        }
        return phrases;
    }
}
