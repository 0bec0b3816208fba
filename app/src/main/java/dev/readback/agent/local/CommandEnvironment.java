package dev.readback.agent.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The whole environment of a command: a list, so that none of our own keys and tokens can be in it. */
final class CommandEnvironment {

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("PATH", Programs.PATH),
            Map.entry("SHELL", "/bin/bash"),
            Map.entry("LANG", "C.UTF-8"),
            Map.entry("LC_ALL", "C.UTF-8"),
            Map.entry("TERM", "dumb"),
            Map.entry("NO_COLOR", "1"),
            Map.entry("PAGER", "cat"),
            Map.entry("SYSTEMD_PAGER", ""),
            Map.entry("SYSTEMD_COLORS", "0"),
            Map.entry("GIT_PAGER", "cat"),
            Map.entry("GIT_TERMINAL_PROMPT", "0"),
            Map.entry("DEBIAN_FRONTEND", "noninteractive"));

    private CommandEnvironment() {}

    static Map<String, String> of(LocalSettings settings) {
        Map<String, String> environment = new HashMap<>(FIXED);
        environment.put("HOME", settings.home().toString());
        // The shell would add it; listed, the environment is exactly what was approved.
        environment.put("PWD", settings.home().toString());
        environment.put("USER", settings.user());
        environment.put("LOGNAME", settings.user());
        settings.timeZone().ifPresent(zone -> environment.put("TZ", zone));
        Path runtime = Path.of("/run/user", userId());
        if (Files.isDirectory(runtime)) {
            // Without it systemctl --user and its like find no bus.
            environment.put("XDG_RUNTIME_DIR", runtime.toString());
        }
        return Map.copyOf(environment);
    }

    private static String userId() {
        try {
            return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException noProc) {
            return "unknown";
        }
    }
}
