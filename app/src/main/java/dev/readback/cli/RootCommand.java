package dev.readback.cli;

import picocli.CommandLine.Command;

/** {@code readback} without a verb serves. */
@Command(
        name = "readback",
        description =
                "Talk to your servers: it works out the command, judges it, reads it back, runs it once, says how it went.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        customSynopsis = "readback [VERB] [OPTIONS]      readback VERB --help",
        commandListHeading = "%n",
        subcommands = {
            ServeCommand.class,
            AskCommand.class,
            ChatCommand.class,
            AnswerCommand.class,
            TasksCommand.class,
            CancelCommand.class,
            OpenCommand.class,
            SessionsCommand.class,
            HistoryCommand.class,
            GateCommand.class,
            InterpretCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            ModelsCommand.class,
            OpenClawCommand.class,
            PersonaPlexCommand.class,
            RehearseCommand.class
        },
        footer = {
            "",
            "Without a verb it serves. Settings are environment variables or lines in .env; .env.example tells them all.",
            "Example:  ./readback ask \"how full is the disk\""
        })
final class RootCommand extends Verb {

    @Override
    public Integer call() {
        return Serving.serve(settings());
    }
}
