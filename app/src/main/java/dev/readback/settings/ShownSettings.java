package dev.readback.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings as they may be shown: secrets are named, never told. */
public final class ShownSettings {

    private ShownSettings() {}

    /**
     * One setting.
     *
     * @param value what counts now; empty for a secret, and where there is none
     * @param set whether a secret, or a value that has no default, was given
     * @param about one sentence
     */
    public record Shown(String name, Optional<String> value, boolean set, boolean secret, String about) {}

    /** Every setting, in the order of {@code .env.example}. */
    public static List<Shown> of(Settings settings) {
        Optional<String> anthropic = settings.anthropic().map(ModelAccess::model);
        Optional<String> openAi = settings.openAi().map(ModelAccess::model);
        return List.of(
                value("READBACK_HOME", settings.home().toString(), "Where its data lies."),
                value("READBACK_WORKSPACE", settings.workspace().toString(), "The Markdown memory."),
                value("READBACK_MODELS", settings.models().toString(), "Where the speech weights lie."),
                value("READBACK_HOST", settings.host(), "The address it listens on."),
                value("READBACK_PORT", Integer.toString(settings.port()), "The port it listens on."),
                secret("READBACK_TOKEN", settings.token().isPresent(), "What programs authenticate with."),
                secret(
                        "READBACK_DB",
                        settings.database().isPresent(),
                        "Where things are kept; else SQLite in the home."),
                optional(
                        "READBACK_PUBLIC_URL",
                        settings.publicUrl().map(ShownSettings::bare),
                        "The base of addresses given out."),
                optional(
                        "READBACK_TLS",
                        settings.tls().map(ShownSettings::certificate),
                        "Speaks HTTPS: self-signed, or a certificate."),
                optional("READBACK_TLS_KEY", settings.tls().flatMap(ShownSettings::key), "The file of its key."),
                value(
                        "EXECUTION_TIMEOUT_MINUTES",
                        Long.toString(settings.questionTimeout().toMinutes()),
                        "How long a question waits for its answer."),
                value(
                        "COMMAND_TIMEOUT_SECONDS",
                        Long.toString(settings.commandTimeout().toSeconds()),
                        "How long one command may run."),
                secret(
                        "ANTHROPIC_API_KEY",
                        settings.anthropic().flatMap(ModelAccess::key).isPresent(),
                        "Lets a language model at Anthropic help where the phrasebook does not understand."),
                optional("ANTHROPIC_MODEL", anthropic, "Its name."),
                optional(
                        "OPENAI_BASE_URL",
                        settings.openAi().flatMap(ModelAccess::address).map(ShownSettings::bare),
                        "A language model at OpenAI, or at anything that speaks as it does."),
                secret(
                        "OPENAI_API_KEY",
                        settings.openAi().flatMap(ModelAccess::key).isPresent(),
                        "The key for it, where it needs one."),
                optional("OPENAI_MODEL", openAi, "Its name."));
    }

    private static String certificate(TlsChoice tls) {
        return switch (tls) {
            case TlsChoice.SelfSigned made -> "self-signed";
            case TlsChoice.Files files -> files.certificate().toString();
        };
    }

    private static Optional<String> key(TlsChoice tls) {
        return switch (tls) {
            case TlsChoice.SelfSigned made -> Optional.empty();
            case TlsChoice.Files files -> Optional.of(files.key().toString());
        };
    }

    /** An address without a password or key that may stand in it. */
    private static String bare(URI address) {
        return address.toString().replaceFirst("//[^/?#]*@", "//").replaceFirst("[?#].*", "");
    }

    private static Shown value(String name, String value, String about) {
        return new Shown(name, Optional.of(value), true, false, about);
    }

    private static Shown optional(String name, Optional<String> value, String about) {
        return new Shown(name, value, value.isPresent(), false, about);
    }

    private static Shown secret(String name, boolean set, String about) {
        return new Shown(name, Optional.empty(), set, true, about);
    }
}
