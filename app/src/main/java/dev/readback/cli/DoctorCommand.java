package dev.readback.cli;

import dev.readback.Checkup;
import dev.readback.Checkup.Finding;
import dev.readback.Checkup.State;
import dev.readback.settings.Settings;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Whether all is there. */
@Command(
        name = "doctor",
        description = "check what Readback needs; exit status 1 when something is wrong",
        mixinStandardHelpOptions = true)
final class DoctorCommand extends Verb {

    @Override
    public Integer call() {
        Settings read = settings();
        List<Finding> findings = new Checkup(read).findings();
        Screen screen = screen();
        findings.forEach(finding -> screen.say(
                "%s  %-10s  %s".formatted(mark(screen, finding.state()), finding.subject(), finding.text())));
        screen.say(
                Server.running(read).isPresent()
                        ? "Readback is running."
                        : "Readback is not running; ./readback starts it.");
        return findings.stream().anyMatch(finding -> finding.state() == State.PROBLEM) ? 1 : 0;
    }

    private static String mark(Screen screen, State state) {
        String word = "%-7s".formatted(state.name().toLowerCase(Locale.ROOT));
        return switch (state) {
            case OK -> screen.paint("32", word);
            case NOTE -> screen.paint("33", word);
            case PROBLEM -> screen.paint("31", word);
        };
    }
}
