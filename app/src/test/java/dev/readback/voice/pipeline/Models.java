package dev.readback.voice.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The weights of this machine, where it has any: in the folder that {@code READBACK_MODELS} names, or where Readback keeps them, as set/file. */
final class Models implements Weights {

    private static final Path FOLDER = Optional.ofNullable(System.getenv("READBACK_MODELS"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "readback", "models"));

    private final Path made;

    /** @param made where rewritten models go */
    Models(Path made) {
        this.made = made;
    }

    /** Skips a test where a set is not here. */
    static void needed(String... sets) {
        for (String set : sets) {
            assumeTrue(Files.isDirectory(FOLDER.resolve(set)), () -> "no weights of " + set + " in " + FOLDER);
        }
    }

    static Path path(String set, String name) {
        return FOLDER.resolve(set).resolve(name);
    }

    @Override
    public Optional<Path> file(String set, String name) {
        return Optional.of(path(set, name)).filter(Files::isRegularFile);
    }

    @Override
    public void fetch(String set, Progress progress) {
        progress.at(1, 1);
    }

    @Override
    public Path made() {
        return made;
    }
}
