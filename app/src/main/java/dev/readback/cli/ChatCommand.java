package dev.readback.cli;

import dev.readback.failure.Failure;
import dev.readback.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A conversation in the terminal, with line editing and history. */
@Command(name = "chat", description = "a conversation in the terminal", mixinStandardHelpOptions = true)
final class ChatCommand extends Verb {

    @Option(names = "--session", paramLabel = "ID", description = "go on with a session")
    private @Nullable String session;

    @Option(names = "--on", paramLabel = "HOST", defaultValue = "local", description = "the host meant (this machine)")
    private String host = "local";

    @Override
    public Integer call() {
        Settings read = settings();
        try (Server server = Server.find(read);
                Terminal terminal =
                        TerminalBuilder.builder().system(true).dumb(true).build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("readback")
                    .variable(LineReader.HISTORY_FILE, read.home().resolve("chat_history"))
                    .build();
            Screen screen = new Screen(terminal.writer(), Screen.coloursWanted());
            Talk talk = new Talk(
                    server.client(), screen, hint -> line(reader, hint + "? "), Optional.ofNullable(session), true);
            screen.aside("Say what you want, such as: how full is the disk.  Ctrl-D or /quit ends.");
            converse(reader, screen, talk);
            talk.sessionId().ifPresent(id -> screen.aside("Go on later with: ./readback chat --session " + id));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be used", e);
        }
    }

    private void converse(LineReader reader, Screen screen, Talk talk) {
        for (Optional<String> words = line(reader, "> "); words.isPresent(); words = line(reader, "> ")) {
            String text = words.get().strip();
            if (text.equals("/quit") || text.equals("/exit")) {
                return;
            }
            if (!text.isEmpty()) {
                say(screen, talk, text);
            }
        }
    }

    private void say(Screen screen, Talk talk, String text) {
        try {
            talk.say(text, host);
        } catch (Failure e) {
            screen.say(e.say());
        }
    }

    private static Optional<String> line(LineReader reader, String prompt) {
        try {
            return Optional.of(reader.readLine(prompt));
        } catch (EndOfFileException e) {
            return Optional.empty();
        } catch (UserInterruptException e) {
            return Optional.of("");
        }
    }
}
