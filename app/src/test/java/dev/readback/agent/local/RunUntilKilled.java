package dev.readback.agent.local;

import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Preparation;
import dev.readback.agent.RunListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A Java process of its own that makes one run, to be killed while it does; the line may hold Java escapes. */
final class RunUntilKilled {

    private RunUntilKilled() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        LocalAgent agent =
                new LocalAgent(new LocalSettings(folder.resolve("runs"), folder, "somebody", Optional.empty()));
        agent.run(
                assignment(agent, UUID.fromString(args[1]), args[2].translateEscapes()),
                RunListener.NONE,
                Asker.NOBODY);
    }

    static Assignment assignment(LocalAgent agent, UUID id, String line) {
        CommandLine command = new CommandLine(line, "local", Optional.empty(), List.of());
        if (!(agent.prepare(command) instanceof Preparation.Ready ready)) {
            throw new IllegalStateException("bash is missing");
        }
        return new Assignment(id, id, line, ready.invocation(), Duration.ofSeconds(30));
    }
}
