package dev.readback.agent.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which boot of the machine this is. After a restart of the machine, the last seconds of what had been written may be gone, so a missing
 * record then proves nothing.
 *
 * @param id the kernel's name for this boot
 * @param restarted whether the machine was restarted since the agent was last at work
 * @param file where the boot the agent was last at work in is written
 */
record Boot(String id, boolean restarted, Path file) {

    /** What the runner writes too where the kernel does not name its boots. */
    private static final String UNNAMED = "-";

    static Boot since(Path file) {
        String now = Optional.of(read(Path.of("/proc/sys/kernel/random/boot_id")))
                .filter(id -> !id.isEmpty())
                .orElse(UNNAMED);
        String then = read(file);
        return new Boot(now, !then.isEmpty() && !then.equals(now), file);
    }

    void record() throws IOException {
        if (!read(file).equals(id)) {
            Files.writeString(file, id);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException never) {
            return "";
        }
    }
}
