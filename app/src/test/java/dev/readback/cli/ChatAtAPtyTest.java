package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program at a pseudo-terminal, as {@code script} of util-linux makes one. */
class ChatAtAPtyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path home;

    private @Nullable Process process;

    @BeforeEach
    void needsScript() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script (util-linux): no terminal is tried");
    }

    @AfterEach
    void end() throws Exception {
        if (process != null) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void tab_completes_and_colours_are_seen() throws Exception {
        begin("");
        until("/quit ends");
        type("how ful\t\r");
        until("percent full");
        type("/quit\r");
        until("--session");

        assertThat(shown()).contains("how full is the disk").contains(ESCAPE + "2m");
    }

    @Test
    void no_color_is_heeded() throws Exception {
        begin("NO_COLOR=1 ");
        until("/quit ends");
        type("how full is the disk\r");
        until("percent full");

        assertThat(shown()).doesNotContain(ESCAPE + "2m", ESCAPE + "1m", ESCAPE + "3");
    }

    private void begin(String environment) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = home.resolve("classpath").toString();
        Files.writeString(Path.of(classes), "-cp \"" + System.getProperty("java.class.path") + "\"");
        String line = environment + "TERM=xterm READBACK_PORT=0 " + java + " --enable-native-access=ALL-UNNAMED"
                + " --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 @" + classes
                + " dev.readback.cli.Main chat --home " + home.resolve("readback");
        process = new ProcessBuilder("/usr/bin/script", "-qefc", line, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("shown").toFile())
                .start();
    }

    private void type(String text) throws IOException {
        OutputStream keys = process == null ? OutputStream.nullOutputStream() : process.getOutputStream();
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private void until(String text) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!shown().contains(text) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(shown()).contains(text);
    }

    private String shown() throws IOException {
        return new String(Files.readAllBytes(home.resolve("shown")), StandardCharsets.UTF_8);
    }
}
