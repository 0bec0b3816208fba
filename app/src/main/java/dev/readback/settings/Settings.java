package dev.readback.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How Readback is set up. Everything has a default; nothing need be configured.
 *
 * @param home {@code READBACK_HOME}: where its data lies
 * @param workspace {@code READBACK_WORKSPACE} (alias {@code MOLTBOT_WORKSPACE}): the Markdown memory
 * @param models {@code READBACK_MODELS}: where the speech weights lie, for every Readback on this machine
 * @param host {@code READBACK_HOST}: the address to listen on
 * @param port {@code READBACK_PORT}: the port to listen on; 0 takes a free one
 * @param token {@code READBACK_TOKEN}: what programs authenticate with; else one is made and kept in the home folder
 * @param database {@code READBACK_DB}: a JDBC URL; else SQLite in the home folder
 * @param publicUrl {@code READBACK_PUBLIC_URL}: the base of links sent out, when it is reached under another name
 * @param tls {@code READBACK_TLS}, {@code READBACK_TLS_KEY}: how HTTPS is spoken; empty for plain HTTP
 * @param questionTimeout {@code EXECUTION_TIMEOUT_MINUTES}: how long a question waits
 * @param commandTimeout {@code COMMAND_TIMEOUT_SECONDS}: how long one command may run
 * @param anthropic {@code ANTHROPIC_API_KEY}, {@code ANTHROPIC_MODEL}: a language model at Anthropic
 * @param openAi {@code OPENAI_BASE_URL}, {@code OPENAI_API_KEY}, {@code OPENAI_MODEL}: one at OpenAI, or at anything that speaks as it does
 * @param gateway {@code GATEWAY_URL}, {@code GATEWAY_TOKEN}, {@code GATEWAY_ALLOW_UNGATED}: OpenClaw Gateways
 * @param agent {@code READBACK_AGENT}: who runs single commands
 * @param notifications how the person is told of things when away
 * @param personas {@code PERSONAPLEX_…}: who makes conversation beside
 * @param owner {@code READBACK_OWNER}: the person's name, where a speech model is told of them; else USER.md in the workspace may tell it
 * @param hfToken {@code HF_TOKEN}: what Hugging Face gives the weights of PersonaPlex for
 */
public record Settings(
        Path home,
        Path workspace,
        Path models,
        String host,
        int port,
        Optional<String> token,
        Optional<String> database,
        Optional<URI> publicUrl,
        Optional<TlsChoice> tls,
        Duration questionTimeout,
        Duration commandTimeout,
        Optional<ModelAccess> anthropic,
        Optional<ModelAccess> openAi,
        Optional<GatewayAccess> gateway,
        AgentChoice agent,
        NotifySettings notifications,
        PersonaSettings personas,
        Optional<String> owner,
        Optional<String> hfToken) {

    private static final Duration QUESTION_TIMEOUT = Duration.ofMinutes(60);
    private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(5);

    /** Everything by default, in one folder and on a free port: for rehearsals and tests. */
    public static Settings in(Path home) {
        return in(home, home.resolve("models"));
    }

    /** The same with speech weights that lie elsewhere. */
    public static Settings in(Path home, Path models) {
        return new Settings(
                home,
                home.resolve("workspace"),
                models,
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                QUESTION_TIMEOUT,
                COMMAND_TIMEOUT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AgentChoice.LOCAL,
                NotifySettings.NONE,
                PersonaSettings.NONE,
                Optional.empty(),
                Optional.empty());
    }

    public Settings withPort(int port) {
        return new Settings(
                home,
                workspace,
                models,
                host,
                port,
                token,
                database,
                publicUrl,
                tls,
                questionTimeout,
                commandTimeout,
                anthropic,
                openAi,
                gateway,
                agent,
                notifications,
                personas,
                owner,
                hfToken);
    }

    public Settings withTls(TlsChoice choice) {
        return new Settings(
                home,
                workspace,
                models,
                host,
                port,
                token,
                database,
                publicUrl,
                Optional.of(choice),
                questionTimeout,
                commandTimeout,
                anthropic,
                openAi,
                gateway,
                agent,
                notifications,
                personas,
                owner,
                hfToken);
    }
}
