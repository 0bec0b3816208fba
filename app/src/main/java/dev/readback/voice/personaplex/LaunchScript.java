package dev.readback.voice.personaplex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The lines of Python that hold the model server to loopback. */
final class LaunchScript {

    private LaunchScript() {}

    static String text() {
        try (InputStream stream =
                Objects.requireNonNull(LaunchScript.class.getResourceAsStream("/personaplex/on_loopback.py"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the script that starts the model server cannot be read", e);
        }
    }
}
