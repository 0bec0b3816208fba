package dev.readback.cli;

import dev.readback.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every verb has: the settings as flags, and somewhere to print. */
abstract class Verb implements Callable<Integer> {

    @ArgGroup(validate = false, heading = "%nSettings:%n")
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    final Settings settings() {
        return options.read();
    }

    /** The settings, also where those of the environment or the {@code .env} file are wrong. */
    final SettingsOptions options() {
        return options;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final void err(String sentence) {
        spec.commandLine().getErr().println(sentence);
    }

    final Screen screen() {
        boolean seated = Prompts.terminal().isPresent();
        int columns = seated ? Columns.now() : 0;
        return new Screen(out(), Look.of(System::getenv, seated, () -> columns));
    }
}
