package dev.readback.agent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A judged line on its way to an agent.
 *
 * @param line the very characters that were judged
 * @param host where it is to run
 * @param argv its words where it is a simple command; empty where it needs a shell
 * @param programs the programs it names
 * @param sessionId the conversation it belongs to, where it belongs to one
 */
public record CommandLine(
        String line, String host, Optional<List<String>> argv, List<String> programs, Optional<UUID> sessionId) {

    public CommandLine {
        argv = argv.map(List::copyOf);
        programs = List.copyOf(programs);
    }

    /** One of no conversation. */
    public CommandLine(String line, String host, Optional<List<String>> argv, List<String> programs) {
        this(line, host, argv, programs, Optional.empty());
    }
}
