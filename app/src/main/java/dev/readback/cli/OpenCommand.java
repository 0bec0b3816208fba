package dev.readback.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** A fresh address for the page. */
@Command(
        name = "open",
        description = "a new address that opens the page",
        footer = {"", "Example:  readback open"},
        mixinStandardHelpOptions = true)
final class OpenCommand extends Verb {

    @Override
    public Integer call() {
        PrintWriter out = out();
        Optional<Client> running = Server.running(settings());
        if (running.isEmpty()) {
            out.println("Readback is not running here; start it with ./readback");
            return 1;
        }
        out.println(running.get().post("/codes", Map.of(), 0).path("address").asString(""));
        out.flush();
        return 0;
    }
}
