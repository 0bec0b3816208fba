package dev.readback.intent;

import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The commands that take back what others did, for the few that have an exact opposite. What was deleted, overwritten or restarted has none, and none is
 * made up. Pure.
 */
public final class Undo {

    private static final String WORD = "([A-Za-z0-9_@%+=:./][A-Za-z0-9_@%+=:./-]*)";
    private static final Map<String, String> OPPOSITE = Map.of(
            "start", "stop", "stop", "start", "enable", "disable", "disable", "enable", "mask", "unmask", "unmask",
            "mask", "pause", "unpause", "unpause", "pause");

    /**
     * Without {@code -n} something may have been overwritten; without {@code -T} it may have gone into a folder of that name, and the way back would
     * take the folder. Without {@code -a} other groups were lost.
     */
    private static final List<Opposite> OPPOSITES = List.of(
            new Opposite(
                    "((?:sudo -n )?(?:systemctl(?: --user)?|docker|podman) )(start|stop|enable|disable|mask|unmask|pause|unpause) "
                            + WORD,
                    found -> found.group(1) + OPPOSITE.get(found.group(2)) + " " + found.group(3)),
            new Opposite(
                    "((?:sudo -n )?)mkdir(?: -p)?(?: --)? " + WORD,
                    found -> found.group(1) + "rmdir " + found.group(2)),
            new Opposite(
                    "((?:sudo -n )?)mv (?:-nT|-Tn|-n -T|-T -n|-T)(?: --)? " + WORD + " " + WORD,
                    found -> found.group(1) + "mv -nT -- " + found.group(3) + " " + found.group(2)),
            new Opposite(
                    "((?:sudo -n )?)usermod -aG " + WORD + " " + WORD,
                    found -> found.group(1) + "gpasswd -d " + found.group(3) + " " + found.group(2)),
            new Opposite(
                    "((?:sudo -n )?)usermod -(L|U) " + WORD,
                    found -> found.group(1) + "usermod -" + (found.group(2).equals("L") ? "U" : "L") + " "
                            + found.group(3)),
            new Opposite(
                    "((?:sudo -n )?)ufw (allow|deny) " + WORD,
                    found -> found.group(1) + "ufw delete " + found.group(2) + " " + found.group(3)));

    private record Opposite(Pattern does, Function<MatchResult, String> takesBack) {
        Opposite(String does, Function<MatchResult, String> takesBack) {
            this(Pattern.compile(does), takesBack);
        }

        Optional<String> of(String line) {
            return Optional.of(does.matcher(line))
                    .filter(java.util.regex.Matcher::matches)
                    .map(found -> takesBack.apply(found.toMatchResult()));
        }
    }

    private Undo() {}

    /**
     * What takes all of these back, the last one first.
     *
     * @param done commands that were carried out and changed something, in their order
     * @return empty where one of them has no exact opposite
     */
    public static Optional<Plan.Commands> of(List<Command> done) {
        List<Command> back = new ArrayList<>();
        for (Command command : done.reversed()) {
            Optional<String> line = opposite(command);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            back.add(new Command(line.get(), command.host(), "undo", command.slots(), List.of()));
        }
        return back.isEmpty() ? Optional.empty() : Optional.of(new Plan.Commands(back));
    }

    private static Optional<String> opposite(Command command) {
        return OPPOSITES.stream()
                .flatMap(opposite -> opposite.of(command.line()).stream())
                .findFirst();
    }
}
