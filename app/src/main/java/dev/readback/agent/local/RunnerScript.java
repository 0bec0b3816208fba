package dev.readback.agent.local;

import dev.readback.agent.Invocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The shell script that makes one run, and how it is started. */
final class RunnerScript {

    private static final byte[] TEXT = text();
    private static final List<String> NEEDS = List.of("setsid", "sh", "tee", "wc");

    private final Path file;
    private final String setsid;
    private final List<String> missing;

    RunnerScript(Path folder) {
        this.file = folder.resolve("runner");
        this.setsid = Programs.find("setsid").map(Path::toString).orElse("setsid");
        this.missing =
                NEEDS.stream().filter(name -> Programs.find(name).isEmpty()).toList();
    }

    /** Puts the script in its place, or says in a sentence why no run can be made. */
    Optional<String> obstacle() {
        if (!missing.isEmpty()) {
            return Optional.of(
                    "This machine lacks " + String.join(", ", missing) + ", without which nothing can be run here.");
        }
        try {
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), TEXT)) {
                write();
            }
            return Optional.empty();
        } catch (IOException unwritable) {
            return Optional.of("The file " + file + " cannot be written, so nothing was started.");
        }
    }

    /** Starts the runner in a session of its own, with no terminal and nothing of our environment. */
    Process start(RunDirectory run, Invocation invocation) throws IOException {
        CommandFile.write(run, invocation);
        ProcessBuilder builder = silent(new ProcessBuilder(
                setsid, "/bin/sh", file.toString(), run.path().toString()));
        builder.directory(Path.of(invocation.directory()).toFile());
        builder.environment().putAll(invocation.environment());
        return builder.start();
    }

    static ProcessBuilder silent(ProcessBuilder builder) {
        builder.environment().clear();
        return builder.redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** What the kernel's refusal to start a process means to a person. */
    static String whyNot(IOException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return Stream.of(
                        new Refusal(11, "The machine cannot start another process at the moment."),
                        new Refusal(12, "The machine has no memory left to start a process."))
                .filter(known -> message.matches("(?s).*error[:=] ?" + known.code() + "\\D.*"))
                .findFirst()
                .map(Refusal::sentence)
                .orElse("The command could not be started: " + message);
    }

    private record Refusal(int code, String sentence) {}

    /** By way of another file: a runner that is just being started reads all of the script or none. */
    private void write() throws IOException {
        Path next = file.resolveSibling("runner." + UUID.randomUUID());
        try {
            Files.write(next, TEXT);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static byte[] text() {
        try (InputStream script = RunnerScript.class.getResourceAsStream("/agent/runner")) {
            if (script == null) {
                throw new IllegalStateException("resource /agent/runner is missing");
            }
            return script.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
