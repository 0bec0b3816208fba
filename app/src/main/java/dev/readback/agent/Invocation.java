package dev.readback.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exactly what will run; what is approved is this, and nothing else is started.
 *
 * @param agent who runs it, by {@link Agent#name()}; empty for {@code local}
 * @param host where; for an agent reached through a Gateway, that Gateway
 * @param argv the words handed to exec, the first an absolute path; for an agent that thinks, the one text it is given
 * @param directory the absolute working directory; blank where the agent has its own
 * @param environment the whole environment, nothing inherited
 * @param binaries the programs as they were when this was prepared; a run is refused when one has changed since
 */
public record Invocation(
        Optional<String> agent,
        String host,
        List<String> argv,
        String directory,
        Map<String, String> environment,
        List<Binary> binaries) {

    /** One for the agent of this machine. */
    public Invocation(
            String host, List<String> argv, String directory, Map<String, String> environment, List<Binary> binaries) {
        this(Optional.empty(), host, argv, directory, environment, binaries);
    }

    public Invocation {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        binaries = List.copyOf(binaries);
    }

    /**
     * One program on disk.
     *
     * @param path its real, absolute path
     * @param size in bytes
     * @param modified last modification, milliseconds since the epoch
     * @param key what the file system calls it (device and inode), so that a replaced file is noticed
     */
    public record Binary(String path, long size, long modified, String key) {}
}
