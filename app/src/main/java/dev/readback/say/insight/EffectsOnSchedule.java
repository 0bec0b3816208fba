package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.List;
import java.util.Optional;

/** What runs by itself now, before the list is changed. */
final class EffectsOnSchedule {

    private EffectsOnSchedule() {}

    static String line(Optional<String> user) {
        return "crontab" + user.map(name -> " -u " + EffectsWord.quoted(name)).orElse("") + " -l";
    }

    static List<String> phrases(EffectsCommand command, EffectsLooks looks) {
        Optional<String> user = command.value("-u").map(EffectsWord::text);
        boolean replaces = !command.operands("-u").isEmpty() || command.has("-r", "-e");
        if (!replaces) {
            return List.of();
        }
        List<String> jobs = Text.lines(looks.see(line(user))).stream()
                .filter(line -> line.matches("(@\\w+|[0-9*]\\S*(\\s+\\S+){4})\\s+\\S.*"))
                .toList();
        if (jobs.isEmpty()) {
            return List.of();
        }
        boolean one = jobs.size() == 1;
        String counted = Text.counted(jobs.size(), "scheduled job");
        if (command.has("-e")) {
            return List.of(counted + (one ? " stands" : " stand") + " in it now");
        }
        return List.of(counted + (one ? " is " : " are ") + (command.has("-r") ? "deleted" : "replaced"));
    }
}
