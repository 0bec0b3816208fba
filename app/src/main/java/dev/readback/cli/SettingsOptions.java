package dev.readback.cli;

import dev.readback.settings.Settings;
import dev.readback.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings every verb may be given as flags. */
final class SettingsOptions {

    @Option(names = "--home", paramLabel = "DIR", description = "where data lies (READBACK_HOME; ~/.readback)")
    private @Nullable String home;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port to listen on, 0 for a free one (READBACK_PORT; 5000)")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to listen on (READBACK_HOST; 127.0.0.1)")
    private @Nullable String host;

    Settings read() {
        Map<String, String> flags = new LinkedHashMap<>();
        put(flags, "READBACK_HOME", absolute(home));
        put(flags, "READBACK_PORT", port);
        put(flags, "READBACK_HOST", host);
        Path root = Path.of(System.getProperty("readback.root", "."));
        return SettingsReader.read(flags, System.getenv(), root.resolve(".env"));
    }

    private static @Nullable String absolute(@Nullable String path) {
        return path == null ? null : Path.of(path).toAbsolutePath().toString();
    }

    private static void put(Map<String, String> flags, String name, @Nullable String value) {
        if (value != null) {
            flags.put(name, value);
        }
    }
}
