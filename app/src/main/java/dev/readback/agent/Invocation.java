package dev.readback.agent;

import java.util.List;
import java.util.Map;

/**
 * Exactly what will run; what is approved is this, and nothing else is started.
 *
 * @param host where
 * @param argv the words handed to exec, the first an absolute path
 * @param directory the absolute working directory
 * @param environment the whole environment, nothing inherited
 * @param binaries the programs as they were when this was prepared; a run is refused when one has changed since
 */
public record Invocation(
        String host, List<String> argv, String directory, Map<String, String> environment, List<Binary> binaries) {

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
