package dev.readback.cli;

import picocli.CommandLine.Command;

/** Starts and stays. */
@Command(
        name = "serve",
        description = "start, and print the address that opens the page",
        footer = {"", "Example:  readback serve --port 5001"},
        mixinStandardHelpOptions = true)
final class ServeCommand extends Verb {

    @Override
    public Integer call() {
        return Serving.serve(settings());
    }
}
