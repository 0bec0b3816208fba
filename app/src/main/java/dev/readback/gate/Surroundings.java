package dev.readback.gate;

import java.nio.file.Path;

/**
 * What the machine looks like to a line that is judged. All paths are absolute.
 *
 * @param readbackHome READBACK_HOME: policy, audit and tokens lie here; no command may change or read it
 * @param workspace the Markdown folder, usually inside {@code readbackHome}; may be read, changed after a yes
 * @param userHome what {@code ~} and {@code $HOME} stand for
 * @param workingDirectory where commands are run, and what relative paths start from
 */
public record Surroundings(Path readbackHome, Path workspace, Path userHome, Path workingDirectory) {

    public Surroundings {
        readbackHome = readbackHome.toAbsolutePath().normalize();
        workspace = workspace.toAbsolutePath().normalize();
        userHome = userHome.toAbsolutePath().normalize();
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }
}
