package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A terminal at which a test types and reads. */
final class TypedTerminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Terminal terminal;
    private int read;

    TypedTerminal() throws IOException {
        terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new PipedInputStream(keys, 1 << 16), shown)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .size(Size.of(100, 40))
                .build();
    }

    Terminal terminal() {
        return terminal;
    }

    void types(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Waits until a text is shown after the one that was waited for last; returns what was shown up to it. */
    String until(String text) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        String all = shown();
        while (all.indexOf(text, read) < 0 && Instant.now().isBefore(end)) {
            Thread.sleep(20);
            all = shown();
        }
        assertThat(all.substring(read)).contains(text);
        String seen = all.substring(read, all.indexOf(text, read) + text.length());
        read += seen.length();
        return seen;
    }

    /** All there is, without what moves the cursor or colours. */
    private String shown() {
        return TerminalText.harmless(shown.toString(StandardCharsets.UTF_8));
    }

    /** The person leaves: no more keys come. */
    void leaves() throws IOException {
        keys.close();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
