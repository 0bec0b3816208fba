package dev.readback.settings;

import dev.readback.settings.NotifySettings.Webhook;
import dev.readback.settings.NotifySettings.WhatsAppCloud;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
        NotifySettings notify = settings.notifications();
        PersonaSettings personas = settings.personas();
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
                optional("READBACK_OWNER", settings.owner(), "Your name, where a speech model is told of you."),
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
                optional("OPENAI_MODEL", openAi, "Its name."),
                optional(
                        "GATEWAY_URL",
                        settings.gateway().map(GatewayAccess::addresses).map(ShownSettings::listed),
                        "OpenClaw Gateways, whose agent does what needs thinking."),
                secret(
                        "GATEWAY_TOKEN",
                        settings.gateway().flatMap(GatewayAccess::token).isPresent(),
                        "What they take."),
                value(
                        "GATEWAY_ALLOW_UNGATED",
                        Boolean.toString(
                                settings.gateway().map(GatewayAccess::ungated).orElse(false)),
                        "Whether a Gateway whose commands are not judged here is given work."),
                value(
                        "READBACK_AGENT",
                        settings.agent().name().toLowerCase(Locale.ROOT),
                        "Who runs single commands: local, or openclaw."),
                optional("WHATSAPP_PHONE", notify.phone().map(ShownSettings::masked), "Where messages go."),
                secret("WHATSAPP_TOKEN", notify.cloud().isPresent(), "Lets WhatsApp's Cloud API send them."),
                optional("WHATSAPP_PHONE_ID", notify.cloud().map(WhatsAppCloud::phoneId), "The number it sends from."),
                optional(
                        "WHATSAPP_TEMPLATE",
                        notify.cloud().flatMap(WhatsAppCloud::template),
                        "What is sent when you have not written to it for 24 hours."),
                secret(
                        "WHATSAPP_APP_SECRET",
                        notify.cloud().flatMap(WhatsAppCloud::appSecret).isPresent(),
                        "Shows that a reply is WhatsApp's."),
                secret(
                        "WHATSAPP_VERIFY_TOKEN",
                        notify.cloud().flatMap(WhatsAppCloud::verifyToken).isPresent(),
                        "Registers the address replies come in by."),
                value("NOTIFY_CHANNEL", notify.channel(), "Which of a Gateway's channels messages go by."),
                secret("NOTIFY_WEBHOOK_URL", notify.webhook().isPresent(), "An address that is told as well."),
                optional(
                        "NOTIFY_WEBHOOK_KIND",
                        notify.webhook().map(hook -> hook.kind().name().toLowerCase(Locale.ROOT)),
                        "What it understands: ntfy, slack or json."),
                secret(
                        "NOTIFY_WEBHOOK_TOKEN",
                        notify.webhook().flatMap(Webhook::token).isPresent(),
                        "What it takes."),
                value("NOTIFY_ON_QUESTION", Boolean.toString(notify.onQuestion()), "Whether questions are sent."),
                value(
                        "NOTIFY_ON_COMPLETE",
                        Boolean.toString(notify.onComplete()),
                        "Whether the end of what took long is sent."),
                optional(
                        "NOTIFY_QUIET_HOURS",
                        notify.quiet().map(quiet -> quiet.from() + "-" + quiet.until()),
                        "When what can wait is not sent."),
                optional(
                        "PERSONAPLEX_URL",
                        Optional.of(personas.servers())
                                .filter(servers -> !servers.isEmpty())
                                .map(ShownSettings::listed),
                        "Speech models that make conversation beside."),
                value("PERSONAPLEX_VOICE", personas.voice(), "The voice they have."),
                optional("PERSONAPLEX_ROLE", personas.role(), "Who they are."),
                value(
                        "PERSONAPLEX_FORM",
                        personas.form().name().toLowerCase(Locale.ROOT),
                        "How they are told so: casual, or service."),
                optional(
                        "PERSONAPLEX_TRUST",
                        personas.trust().map(Path::toString),
                        "The certificate their servers are known by."),
                secret("HF_TOKEN", settings.hfToken().isPresent(), "What the weights of PersonaPlex are given for."));
    }

    private static String listed(List<URI> addresses) {
        return addresses.stream().map(URI::toString).collect(Collectors.joining(", "));
    }

    /** Enough of a number to know it by. */
    private static String masked(String phone) {
        return phone.substring(0, 3) + "…" + phone.substring(phone.length() - 2);
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
