package dev.readback.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the settings: flags before environment before {@code .env} file before defaults. */
public final class SettingsReader {

    /** Every variable that is read. */
    public static final List<String> NAMES = List.of(
            "READBACK_HOME",
            "READBACK_WORKSPACE",
            "MOLTBOT_WORKSPACE",
            "READBACK_MODELS",
            "READBACK_HOST",
            "READBACK_PORT",
            "READBACK_TOKEN",
            "READBACK_DB",
            "READBACK_OWNER",
            "READBACK_PUBLIC_URL",
            "READBACK_TLS",
            "READBACK_TLS_KEY",
            "EXECUTION_TIMEOUT_MINUTES",
            "COMMAND_TIMEOUT_SECONDS",
            "ANTHROPIC_API_KEY",
            "ANTHROPIC_MODEL",
            "OPENAI_BASE_URL",
            "OPENAI_API_KEY",
            "OPENAI_MODEL",
            "GATEWAY_URL",
            "GATEWAY_TOKEN",
            "GATEWAY_ALLOW_UNGATED",
            "READBACK_AGENT",
            "WHATSAPP_PHONE",
            "WHATSAPP_TOKEN",
            "WHATSAPP_PHONE_ID",
            "WHATSAPP_TEMPLATE",
            "WHATSAPP_APP_SECRET",
            "WHATSAPP_VERIFY_TOKEN",
            "NOTIFY_CHANNEL",
            "NOTIFY_WEBHOOK_URL",
            "NOTIFY_WEBHOOK_KIND",
            "NOTIFY_WEBHOOK_TOKEN",
            "NOTIFY_ON_QUESTION",
            "NOTIFY_ON_COMPLETE",
            "NOTIFY_QUIET_HOURS",
            "PERSONAPLEX_URL",
            "PERSONAPLEX_VOICE",
            "PERSONAPLEX_ROLE",
            "PERSONAPLEX_FORM",
            "PERSONAPLEX_TRUST",
            "HF_TOKEN");

    private static final int SHORTEST_TOKEN = 16;

    private final Map<String, String> values;

    private SettingsReader(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param flags variables given as flags, by their variable names
     * @param environment the process environment
     * @param dotEnv the {@code .env} file; need not exist
     * @throws SettingFailure naming the first wrong variable
     */
    public static Settings read(Map<String, String> flags, Map<String, String> environment, Path dotEnv) {
        Map<String, String> values = new LinkedHashMap<>(DotEnv.read(dotEnv, NAMES));
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                Spelling.checkOurs(name, "the environment", NAMES);
                values.put(name, value);
            }
        });
        values.putAll(flags);
        return new SettingsReader(values).settings();
    }

    private Settings settings() {
        Path home = path("READBACK_HOME").orElseGet(() -> userHome().resolve(".readback"));
        Path workspace = path("READBACK_WORKSPACE")
                .or(() -> path("MOLTBOT_WORKSPACE"))
                .orElseGet(() -> home.resolve("workspace"));
        return new Settings(
                home,
                workspace,
                path("READBACK_MODELS").orElseGet(this::usualModels),
                text("READBACK_HOST").orElse("127.0.0.1"),
                number("READBACK_PORT", 5000, 0, 65535),
                token(),
                database(),
                publicUrl(),
                tls(),
                Duration.ofMinutes(number("EXECUTION_TIMEOUT_MINUTES", 60, 1, 7 * 24 * 60)),
                Duration.ofSeconds(number("COMMAND_TIMEOUT_SECONDS", 300, 1, 24 * 60 * 60)),
                anthropic(),
                openAi(),
                gateway(),
                agent(),
                new NotifyReader(this).read(),
                new PersonaReader(this).read(),
                text("READBACK_OWNER"),
                secret("HF_TOKEN"));
    }

    /** As the XDG Base Directory Specification has it: a relative path there counts for nothing. */
    private Path usualModels() {
        return text("XDG_CACHE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> userHome().resolve(".cache"))
                .resolve("readback")
                .resolve("models");
    }

    private Optional<ModelAccess> anthropic() {
        return secret("ANTHROPIC_API_KEY")
                .map(key -> new ModelAccess(
                        Optional.empty(),
                        Optional.of(key),
                        text("ANTHROPIC_MODEL").orElse("claude-haiku-4-5")));
    }

    /** With an address of one's own no model can be guessed. */
    private Optional<ModelAccess> openAi() {
        Optional<URI> address = address("OPENAI_BASE_URL");
        Optional<String> key = secret("OPENAI_API_KEY");
        if (address.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        String model = text("OPENAI_MODEL").orElseGet(() -> {
            if (address.isPresent()) {
                throw SettingFailure.missing("OPENAI_MODEL", "OPENAI_BASE_URL");
            }
            return "gpt-5-mini";
        });
        return Optional.of(new ModelAccess(address, key, model));
    }

    private Optional<GatewayAccess> gateway() {
        Optional<String> addresses = text("GATEWAY_URL");
        Optional<String> token = secret("GATEWAY_TOKEN");
        if (addresses.isEmpty() && token.isPresent()) {
            throw SettingFailure.missing("GATEWAY_URL", "GATEWAY_TOKEN");
        }
        return addresses.map(given -> new GatewayAccess(
                Stream.of(given.split(","))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .map(SettingsReader::gatewayAddress)
                        .distinct()
                        .toList(),
                token,
                flag("GATEWAY_ALLOW_UNGATED", false)));
    }

    /** Nothing but the place: a token in an address would end up in logs. */
    private static URI gatewayAddress(String given) {
        try {
            URI uri = new URI(given);
            boolean socket = "ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme());
            if (socket && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw SettingFailure.wrongSecret(
                "GATEWAY_URL", "addresses that begin with ws:// or wss:// and hold neither a token nor a password");
    }

    private AgentChoice agent() {
        return text("READBACK_AGENT")
                .map(value -> switch (value) {
                    case "local" -> AgentChoice.LOCAL;
                    case "openclaw" -> AgentChoice.OPENCLAW;
                    default -> throw SettingFailure.wrong("READBACK_AGENT", value, "local or openclaw");
                })
                .map(choice -> {
                    if (choice == AgentChoice.OPENCLAW && text("GATEWAY_URL").isEmpty()) {
                        throw SettingFailure.missing("GATEWAY_URL", "READBACK_AGENT");
                    }
                    return choice;
                })
                .orElse(AgentChoice.LOCAL);
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "on", "1" -> true;
                    case "false", "no", "off", "0" -> false;
                    default -> throw SettingFailure.wrong(name, value, "true or false");
                })
                .orElse(otherwise);
    }

    Optional<String> secret(String name) {
        return text(name).map(value -> {
            if (!value.matches("[\\x21-\\x7e]+")) {
                throw SettingFailure.wrongSecret(name, "printable ASCII characters without spaces");
            }
            return value;
        });
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<Path> path(String name) {
        return text(name).map(value -> {
            Path path = Path.of(value.startsWith("~/") ? userHome() + value.substring(1) : value);
            if (!path.isAbsolute()) {
                throw SettingFailure.wrong(name, value, "an absolute path, or one that begins with ~/");
            }
            return path.normalize();
        });
    }

    private int number(String name, int otherwise, int least, int most) {
        return text(name)
                .map(value -> {
                    try {
                        int number = Integer.parseInt(value);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // Said below, together with a number that is out of range.
                    }
                    throw SettingFailure.wrong(name, value, "a whole number from " + least + " to " + most);
                })
                .orElse(otherwise);
    }

    private Optional<String> token() {
        return text("READBACK_TOKEN").map(value -> {
            if (value.length() < SHORTEST_TOKEN || !value.matches("[\\x21-\\x7e]+")) {
                throw SettingFailure.wrongSecret(
                        "READBACK_TOKEN", "at least " + SHORTEST_TOKEN + " printable ASCII characters without spaces");
            }
            return value;
        });
    }

    private Optional<String> database() {
        return text("READBACK_DB").map(value -> {
            if (value.startsWith("jdbc:postgresql://") || value.startsWith("jdbc:sqlite:")) {
                return value;
            }
            throw SettingFailure.wrongSecret(
                    "READBACK_DB", "a JDBC URL that begins with jdbc:postgresql:// or jdbc:sqlite:");
        });
    }

    private Optional<TlsChoice> tls() {
        Optional<String> wanted = text("READBACK_TLS");
        if (wanted.isPresent() && wanted.get().equals("self-signed")) {
            return Optional.of(new TlsChoice.SelfSigned());
        }
        if (wanted.isPresent() && !wanted.get().matches("[/~].*")) {
            throw SettingFailure.wrong(
                    "READBACK_TLS", wanted.get(), "self-signed, or the absolute path of a certificate");
        }
        Optional<Path> key = path("READBACK_TLS_KEY");
        if (wanted.isEmpty() && key.isPresent()) {
            throw SettingFailure.missing("READBACK_TLS", "READBACK_TLS_KEY");
        }
        return path("READBACK_TLS")
                .map(certificate -> new TlsChoice.Files(
                        certificate,
                        key.orElseThrow(() -> SettingFailure.missing("READBACK_TLS_KEY", "READBACK_TLS"))));
    }

    private Optional<URI> publicUrl() {
        return address("READBACK_PUBLIC_URL");
    }

    private Optional<URI> address(String name) {
        return text(name).map(value -> {
            try {
                URI uri = new URI(value);
                if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                // Said below.
            }
            throw SettingFailure.wrong(name, value, "an address that begins with https:// or http://");
        });
    }

    private static Path userHome() {
        return Path.of(System.getProperty("user.home"));
    }
}
