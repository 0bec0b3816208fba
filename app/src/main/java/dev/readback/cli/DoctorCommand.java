package dev.readback.cli;

import dev.readback.Checkup;
import dev.readback.Checkup.Finding;
import dev.readback.Checkup.State;
import dev.readback.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Whether all is there. Wrong settings are a finding like any other: the rest is looked at with those that can be read. */
@Command(
        name = "doctor",
        description = "what is there and what is missing; exit status 1 when something is wrong",
        footer = {"", "Example:  readback doctor"},
        mixinStandardHelpOptions = true)
final class DoctorCommand extends Verb {

    private static final int COLUMN = 23;

    @Override
    public Integer call() {
        SettingsOptions.Tolerant read = options().tolerantly();
        List<Finding> findings = new ArrayList<>();
        read.fault().ifPresent(fault -> findings.add(new Finding(State.PROBLEM, "settings", fault)));
        findings.addAll(new Checkup(read.settings()).findings());
        Screen screen = screen();
        findings.forEach(finding -> show(screen, finding));
        screen.say(running(read.settings()));
        return findings.stream().anyMatch(finding -> finding.state() == State.PROBLEM) ? 1 : 0;
    }

    private static void show(Screen screen, Finding finding) {
        String word = finding.state().name().toLowerCase(Locale.ROOT);
        screen.row(colour(finding.state()), "%-8s %s".formatted(word, finding.subject()), finding.text(), COLUMN);
    }

    private static String running(Settings settings) {
        return Server.running(settings).isPresent()
                ? "Readback is running."
                : "Readback is not running; ./readback starts it.";
    }

    private static String colour(State state) {
        return switch (state) {
            case OK -> "";
            case NOTE -> "33";
            case PROBLEM -> "31";
        };
    }
}
