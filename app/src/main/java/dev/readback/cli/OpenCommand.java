package dev.readback.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A fresh address for the page. */
@Command(name = "open", description = "print a new address that opens the page", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Client> running = Server.running(settings.read());
        if (running.isEmpty()) {
            out.println("Readback is not running here; start it with ./readback");
            return 1;
        }
        out.println(running.get().post("/codes", Map.of(), 0).path("address").asString(""));
        out.flush();
        return 0;
    }
}
