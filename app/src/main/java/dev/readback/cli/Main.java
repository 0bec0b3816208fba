package dev.readback.cli;

import dev.readback.failure.Failure;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Entry point of the program. */
public final class Main {

    private Main() {}

    /** The exit status: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new RootCommand());
        line.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, VerbList::of);
        line.setUsageHelpAutoWidth(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO));
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof Failure failure) {
                command.getErr().println(failure.say());
                return 1;
            }
            throw exception;
        });
        return line;
    }
}
