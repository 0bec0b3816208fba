package dev.readback.say;

import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.util.Map;

/** Results to speak of. */
final class Outputs {

    static final PhrasebookSayer SAYER = PhrasebookSayer.shipped("ana");

    private Outputs() {}

    static CommandResult ran(String line, int exit, String output) {
        return of("command.run", line, Map.of(), exit, output);
    }

    static CommandResult of(String intent, String line, Map<String, String> slots, int exit, String output) {
        return new CommandResult(
                line, "local", intent, slots, Ending.EXITED, exit, output, false, Duration.ofMillis(40));
    }
}
