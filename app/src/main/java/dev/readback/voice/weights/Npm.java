package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Fetches a package's tarball by the npm that is installed, as a child process. It alone knows which registry that comes from. */
final class Npm {

    /** Scripts never run; a registry that cannot be reached is told of in seconds, not minutes; nothing of a project nearby counts. */
    private static final List<String> FLAGS = List.of(
            "--ignore-scripts",
            "--dry-run=false",
            "--json=false",
            "--workspaces=false",
            "--update-notifier=false",
            "--loglevel=error",
            "--fetch-retries=2",
            "--fetch-retry-mintimeout=1000",
            "--fetch-retry-maxtimeout=5000");

    private final NpmEnvironment environment;
    private final Patience patience;

    Npm(NpmEnvironment environment, Patience patience) {
        this.environment = environment;
        this.patience = patience;
    }

    boolean installed() {
        return environment.npm().isPresent();
    }

    /**
     * Fetches one package. The tarball is not yet looked at.
     *
     * @param workplace an empty folder, left as npm leaves it
     * @param come told how many bytes have come, about as often as {@link Patience#look} says
     * @throws WeightFailure saying why npm did not
     */
    Path pack(PinnedPackage wanted, Path workplace, LongConsumer come) throws IOException, InterruptedException {
        Path packed = Files.createDirectory(workplace.resolve("packed"));
        // A cache of its own can be watched growing, and leaves no second copy in that of the person.
        Path cache = Files.createDirectory(workplace.resolve("cache"));
        Path said = workplace.resolve("npm.log");
        Files.writeString(workplace.resolve("package.json"), "{\"private\": true}\n");
        Process process = start(wanted, workplace, said);
        try (Ending _ = new Ending(process)) {
            new Watching(patience, workplace, cache, wanted.bytes()).until(process, come);
        }
        if (process.exitValue() != 0) {
            throw NpmComplaint.of(wanted, process.exitValue(), Files.readString(said));
        }
        return only(packed, wanted);
    }

    private Process start(PinnedPackage wanted, Path workplace, Path said) throws IOException {
        Path npm = environment.npm().orElseThrow(WeightFailure::npmMissing);
        List<String> words = new ArrayList<>(List.of(npm.toString(), "pack", wanted.spec()));
        words.addAll(FLAGS);
        words.addAll(List.of("--pack-destination", "packed", "--cache", "cache"));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workplace.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment.variables());
        return builder.start();
    }

    private static Path only(Path packed, PinnedPackage wanted) throws IOException {
        try (DirectoryStream<Path> tarballs = Files.newDirectoryStream(packed, "*.tgz")) {
            for (Path tarball : tarballs) {
                return tarball;
            }
        }
        throw WeightFailure.npmFailed(wanted, "it brought nothing");
    }

    /** Sees to it that npm does not go on when we do not. */
    private static final class Ending implements AutoCloseable {

        private final Process process;
        private final Thread atShutdown;

        Ending(Process process) {
            this.process = process;
            atShutdown = new Thread(this::kill);
            Runtime.getRuntime().addShutdownHook(atShutdown);
        }

        private void kill() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        @Override
        public void close() {
            kill();
            try {
                Runtime.getRuntime().removeShutdownHook(atShutdown);
            } catch (IllegalStateException shuttingDown) {
                // Then it runs.
            }
        }
    }
}
