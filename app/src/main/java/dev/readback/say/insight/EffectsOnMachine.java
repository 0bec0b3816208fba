package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who and what is at work on a machine that is about to go down. */
final class EffectsOnMachine {

    static final String WHO = "who";
    static final String UP = "cat /proc/uptime";
    static final String CONTAINERS = "docker ps -q";

    private EffectsOnMachine() {}

    static List<String> phrases(EffectsCommand command, EffectsLooks looks) {
        if (command.has("-c", "--help")) {
            return List.of();
        }
        looks.begin(WHO, UP, CONTAINERS, DiagnosisOfPackages.LOCKS);
        List<String> phrases = new ArrayList<>();
        DiagnosisOfPackages.holder(looks).ifPresent(holder -> phrases.add(holder + " is changing packages now"));
        loggedIn(looks.see(WHO)).ifPresent(phrases::add);
        long containers = Text.lines(looks.see(CONTAINERS)).stream()
                .filter(id -> id.matches("[0-9a-f]{12,64}"))
                .count();
        if (containers > 0) {
            phrases.add(Text.counted(containers, "container") + (containers == 1 ? " runs" : " run"));
        }
        up(looks.see(UP)).ifPresent(phrases::add);
        return phrases;
    }

    private static Optional<String> loggedIn(String who) {
        List<String> users = EffectsNames.plain(
                Text.rows(who).stream().map(List::getFirst).distinct().toList());
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(EffectsNames.three(users) + (users.size() == 1 ? " is" : " are") + " logged in");
    }

    private static Optional<String> up(String uptime) {
        String seconds = uptime.strip().split("[ .]", 2)[0];
        return seconds.matches("\\d{1,12}")
                ? Optional.of("up " + EffectsSpans.forSeconds(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
