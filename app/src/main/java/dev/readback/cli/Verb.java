package dev.readback.cli;

import dev.readback.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every verb has: the settings as flags, and somewhere to print. */
abstract class Verb implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    final Settings settings() {
        return options.read();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final Screen screen() {
        return new Screen(out(), Screen.coloursWanted());
    }
}
