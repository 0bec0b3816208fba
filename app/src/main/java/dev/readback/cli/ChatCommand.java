package dev.readback.cli;

import dev.readback.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A conversation in the terminal, with line editing and history. */
@Command(
        name = "chat",
        description = "a conversation in the terminal",
        footer = {"", "Example:  readback chat", "In it, Tab shows what can be said, and /help the rest."},
        mixinStandardHelpOptions = true)
final class ChatCommand extends Verb {

    @Option(names = "--session", paramLabel = "ID", description = "go on with a session")
    private @Nullable String session;

    @Option(names = "--on", paramLabel = "HOST", defaultValue = "local", description = "the host meant (this machine)")
    private String host = "local";

    @Override
    public Integer call() {
        Settings read = settings();
        try (Server server = Server.find(read);
                Terminal terminal = Terminals.here()) {
            boolean seated = Prompts.terminal().isPresent();
            Look look = Look.of(System::getenv, seated, terminal::getColumns);
            Chat chat = new Chat(server.client(), terminal, look, read.home().resolve("chat_history"));
            return chat.run(Optional.ofNullable(session), host);
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be used", e);
        }
    }
}
