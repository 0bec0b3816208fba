package dev.readback.cli;

import dev.readback.OwnPersonas;
import dev.readback.settings.SettingFailure;
import dev.readback.settings.Settings;
import dev.readback.settings.SettingsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings every verb may be given as flags. */
final class SettingsOptions {

    @Option(names = "--home", paramLabel = "DIR", description = "where data lies (~/.readback)")
    private @Nullable String home;

    @Option(names = "--port", paramLabel = "N", description = "port to listen on, 0 for a free one (5000)")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to listen on (127.0.0.1)")
    private @Nullable String host;

    @Option(names = "--tls", paramLabel = "CERT", description = "speak HTTPS: self-signed, or a certificate in PEM")
    private @Nullable String tls;

    @Option(names = "--tls-key", paramLabel = "KEY", description = "the key of that certificate")
    private @Nullable String tlsKey;

    Settings read() {
        return checked(System.getenv(), dotEnv());
    }

    /**
     * The settings that can be read, and what is wrong with the others.
     *
     * @param fault one sentence
     */
    record Tolerant(Settings settings, Optional<String> fault) {}

    /** Without the {@code .env} file where something is wrong in it; without the environment too where that is at fault. */
    Tolerant tolerantly() {
        try {
            return new Tolerant(read(), Optional.empty());
        } catch (SettingFailure wrong) {
            Path none = Path.of("/nonexistent/.env");
            return attempt(System.getenv(), none, wrong)
                    .or(() -> attempt(Map.of(), dotEnv(), wrong))
                    .or(() -> attempt(Map.of(), none, wrong))
                    .orElseThrow(() -> wrong);
        }
    }

    private Optional<Tolerant> attempt(Map<String, String> environment, Path file, SettingFailure wrong) {
        try {
            Settings settings = checked(environment, file);
            return Optional.of(new Tolerant(settings, Optional.of(wrong.say())));
        } catch (SettingFailure e) {
            return Optional.empty(); // It is said already.
        }
    }

    private Settings checked(Map<String, String> environment, Path file) {
        return OwnPersonas.checked(SettingsReader.read(flags(), environment, file));
    }

    private Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        put(flags, "READBACK_HOME", absolute(home));
        put(flags, "READBACK_PORT", port);
        put(flags, "READBACK_HOST", host);
        put(flags, "READBACK_TLS", "self-signed".equals(tls) ? tls : absolute(tls));
        put(flags, "READBACK_TLS_KEY", absolute(tlsKey));
        return flags;
    }

    private static Path dotEnv() {
        return Path.of(System.getProperty("readback.root", ".")).resolve(".env");
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
