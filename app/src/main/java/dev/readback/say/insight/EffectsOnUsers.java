package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an account is in use, and what it holds. */
final class EffectsOnUsers {

    private final EffectsCommand command;
    private final EffectsLooks looks;

    EffectsOnUsers(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
    }

    static String accountLine(String user) {
        return "getent passwd " + EffectsWord.quoted(user) + " || echo none";
    }

    static String processesLine(String user) {
        return "ps -o comm= -u " + EffectsWord.quoted(user);
    }

    List<String> phrases() {
        Optional<String> user = user().filter(name -> name.matches("[A-Za-z_][A-Za-z0-9._-]{0,40}"));
        return user.isEmpty() ? List.of() : of(user.get());
    }

    private Optional<String> user() {
        String program = command.program();
        if (program.equals("gpasswd")) {
            return command.value("-d", "--delete").map(EffectsWord::text);
        }
        boolean concerns = switch (program) {
            case "usermod" -> command.has("-L", "--lock", "-e", "--expiredate", "-l", "--login", "-s", "--shell");
            case "passwd" -> command.has("-l", "--lock");
            default -> true;
        };
        List<EffectsWord> operands = command.operands("-e", "--expiredate", "-l", "--login", "-s", "--shell");
        EffectsWord last = operands.isEmpty() ? EffectsWord.literal("") : operands.getFirst();
        return concerns ? Optional.of(last.text()) : Optional.empty();
    }

    private List<String> of(String user) {
        looks.begin(accountLine(user), processesLine(user), EffectsOnMachine.WHO);
        String account = looks.see(accountLine(user)).strip();
        if (account.equals("none")) {
            return List.of("there is no user called " + user);
        }
        List<String> phrases = new ArrayList<>();
        boolean loggedIn = Text.rows(looks.see(EffectsOnMachine.WHO)).stream()
                .anyMatch(row -> row.getFirst().equals(user));
        if (loggedIn) {
            phrases.add(user + " is logged in now");
        }
        processes(user).ifPresent(phrases::add);
        home(account).ifPresent(phrases::add);
        return phrases;
    }

    private Optional<String> processes(String user) {
        List<String> all = Text.lines(looks.see(processesLine(user)));
        List<String> names = EffectsNames.plain(all).stream().distinct().toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.counted(all.size(), "process") + " of " + user
                        + (all.size() == 1 ? " runs: " : " run: ") + EffectsNames.three(names));
    }

    private Optional<String> home(String account) {
        String[] fields = account.split(":", -1);
        boolean goes = command.program().matches("userdel|deluser")
                && command.has("-r", "--remove", "--remove-home", "--remove-all-files");
        if (!goes || fields.length < 7 || !fields[5].matches("/[\\w./-]{1,100}")) {
            return Optional.empty();
        }
        String line = EffectsTree.lineOf(List.of(EffectsWord.literal(fields[5])), true);
        return EffectsTree.read(looks.see(line))
                .filter(tree -> !tree.empty())
                .map(tree -> "the home folder " + fields[5] + " goes too: " + tree.phrase());
    }
}
