package dev.readback.voice.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
final class ChildProcess {

    private ChildProcess() {}

    /**
     * What it printed. It is given nothing to read.
     *
     * @throws IOException where it is not there, fails, or takes longer than that; it is ended then
     */
    static String run(List<String> command, Duration patience) throws IOException {
        Path printed = Files.createTempFile("readback-child", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException(command.getFirst() + " took longer than " + patience);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(command.getFirst() + " was interrupted", e);
            } finally {
                process.destroyForcibly();
            }
            String said = new String(Files.readAllBytes(printed), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " ended with " + process.exitValue() + ": " + said.strip());
            }
            return said;
        } finally {
            Files.deleteIfExists(printed);
        }
    }
}
