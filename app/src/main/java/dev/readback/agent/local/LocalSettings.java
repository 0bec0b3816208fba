package dev.readback.agent.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the local agent must be told.
 *
 * @param runs the folder of the runs, made with mode 0700 when it is missing
 * @param home the person's home, which is also where commands run
 * @param user the person's login name
 * @param timeZone what commands get as {@code TZ}; without it they go by the machine's
 */
public record LocalSettings(Path runs, Path home, String user, Optional<String> timeZone) {

    public LocalSettings {
        runs = runs.toAbsolutePath();
        home = home.toAbsolutePath();
    }
}
