package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which processes a signal would reach. */
final class EffectsOnProcesses {

    static final String ALL = "ps -eo pid,ppid,user:32,etimes,comm";

    /** What picks among the processes by more than their name. */
    private static final Set<String> NARROWING =
            Set.of("-u", "--euid", "--user", "-U", "-g", "-P", "--parent", "-t", "-G", "-o", "-n", "-v");

    private final EffectsCommand command;
    private final EffectsLooks looks;

    EffectsOnProcesses(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
    }

    /** One row of ps. */
    private record Running(String pid, String parent, String user, long seconds, String name) {}

    List<String> phrases() {
        List<EffectsWord> operands = command.operands("-s", "--signal", "-u", "--euid", "-U", "-n", "-g", "-P", "-t");
        if (operands.isEmpty() || command.has("-l", "-L", "--list")) {
            return List.of();
        }
        List<Running> all = all(looks.see(ALL));
        if (all.isEmpty()) {
            return List.of();
        }
        return command.program().equals("kill")
                ? byId(operands.stream().map(EffectsWord::text).toList(), all)
                : byName(operands, all);
    }

    private static List<Running> all(String output) {
        List<Running> all = new ArrayList<>();
        for (String line : Text.lines(output)) {
            String[] row = line.split("\\s+", 5);
            if (row.length == 5 && row[0].matches("\\d{1,10}") && row[3].matches("\\d{1,12}")) {
                all.add(new Running(row[0], row[1], row[2], Long.parseLong(row[3]), row[4]));
            }
        }
        return all;
    }

    private List<String> byId(List<String> ids, List<Running> all) {
        if (!ids.stream().allMatch(id -> id.matches("\\d{1,10}"))) {
            return List.of();
        }
        List<Running> hit =
                all.stream().filter(process -> ids.contains(process.pid())).toList();
        if (hit.isEmpty()) {
            String many = "there are no such processes";
            return List.of(ids.size() == 1 ? "there is no process " + ids.getFirst() : many);
        }
        return described(hit, all);
    }

    private List<String> byName(List<EffectsWord> operands, List<Running> all) {
        boolean whole = command.texts().stream().anyMatch(Set.of("-f", "--full")::contains);
        if (operands.size() != 1 || command.texts().stream().anyMatch(NARROWING::contains)) {
            return List.of();
        }
        String name = operands.getFirst().text();
        List<Running> hit = whole ? byWholeLine(name, all) : byPlainName(name, all);
        boolean known = EffectsNames.plain(name).isPresent() && !whole && name.matches("[\\w.-]+");
        return hit.isEmpty() ? (known ? List.of("no process is called " + name) : List.of()) : described(hit, all);
    }

    private List<Running> byPlainName(String name, List<Running> all) {
        boolean exact = command.program().equals("killall") || command.has("-x", "--exact");
        // The kernel keeps 15 characters of a name.
        String kept = exact && name.length() > 15 ? name.substring(0, 15) : name;
        return name.matches("[\\w.-]+")
                ? all.stream()
                        .filter(process -> exact
                                ? process.name().equals(kept)
                                : process.name().contains(kept))
                        .toList()
                : List.of();
    }

    static String wholeLine(String pattern) {
        return "pgrep -d , -f -- " + EffectsWord.quoted(pattern);
    }

    private List<Running> byWholeLine(String pattern, List<Running> all) {
        Set<String> ids =
                Arrays.stream(looks.see(wholeLine(pattern)).strip().split(",")).collect(Collectors.toSet());
        return all.stream().filter(process -> ids.contains(process.pid())).toList();
    }

    private static List<String> described(List<Running> hit, List<Running> all) {
        List<String> names =
                EffectsNames.plain(hit.stream().map(Running::name).distinct().toList());
        List<String> users =
                EffectsNames.plain(hit.stream().map(Running::user).distinct().toList());
        long oldest = hit.stream().mapToLong(Running::seconds).max().orElse(0);
        String what = hit.size() == 1
                ? "process " + hit.getFirst().pid() + " is " + EffectsNames.three(names)
                : hit.size() + " processes: " + EffectsNames.three(names);
        List<String> phrases = new ArrayList<>();
        if (!names.isEmpty()) {
            phrases.add(what + (users.isEmpty() ? "" : " of " + EffectsNames.three(users)) + ", running "
                    + EffectsSpans.forSeconds(oldest));
        }
        children(hit, all).ifPresent(phrases::add);
        return phrases;
    }

    private static Optional<String> children(List<Running> hit, List<Running> all) {
        Set<String> ids = hit.stream().map(Running::pid).collect(Collectors.toSet());
        List<Running> children = all.stream()
                .filter(process -> ids.contains(process.parent()) && !ids.contains(process.pid()))
                .toList();
        List<String> called = EffectsNames.plain(
                children.stream().map(Running::name).distinct().toList());
        return called.isEmpty()
                ? Optional.empty()
                : Optional.of(children.size()
                        + (children.size() == 1 ? " child process: " : " child processes: ")
                        + EffectsNames.three(called));
    }
}
