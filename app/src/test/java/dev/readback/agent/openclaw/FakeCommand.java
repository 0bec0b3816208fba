package dev.readback.agent.openclaw;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A command that really runs, by bash, and ends with all it started when its thread is interrupted. */
final class FakeCommand {

    private final Path folder;
    private final Consumer<String> soFar;
    private final StringBuilder output = new StringBuilder();

    /** Output and error as they came. */
    record Ran(String output, int exitCode) {}

    /** @param soFar hears all of the output each time more came */
    FakeCommand(Path folder, Consumer<String> soFar) {
        this.folder = folder;
        this.soFar = soFar;
    }

    Ran run(String command) throws InterruptedException {
        Process process = started(command);
        Thread reader = Thread.ofVirtual().start(() -> read(process));
        try {
            int exitCode = process.waitFor();
            reader.join();
            return new Ran(whole(), exitCode);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void read(Process process) {
        byte[] buffer = new byte[8_192];
        try (var in = process.getInputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                add(new String(buffer, 0, length, StandardCharsets.UTF_8));
                soFar.accept(whole());
            }
        } catch (IOException ended) {
            // it was ended
        }
    }

    private synchronized void add(String piece) {
        output.append(piece);
    }

    private synchronized String whole() {
        return output.toString();
    }

    private Process started(String command) {
        try {
            return new ProcessBuilder("bash", "-c", command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }
}
