package dev.readback.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Shows a long text by the person's own pager. */
final class Pager {

    private Pager() {}

    /** Whether a pager could be started. */
    static boolean show(String text) {
        String pager = Optional.ofNullable(System.getenv("PAGER"))
                .filter(value -> !value.isBlank())
                .orElse("less -FX");
        try {
            Process process = new ProcessBuilder("sh", "-c", pager)
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            feed(process, text);
            return process.waitFor() != 127;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void feed(Process process, String text) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            } // The person has seen enough.
        }
    }
}
