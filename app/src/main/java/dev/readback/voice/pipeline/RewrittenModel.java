package dev.readback.voice.pipeline;

import dev.readback.voice.pipeline.graph.Rewriting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A model in another form, made once by a child process and kept: a process of its own, so that what it takes is given back and whatever happens to it does not
 * happen to us. One that was ended on the way begins again at the next need.
 */
final class RewrittenModel {

    /** Grows when the rewriting makes something else of a model. */
    private static final int EDITION = 1;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String HEAP = "-Xmx512m";

    private RewrittenModel() {}

    /**
     * Where it lies.
     *
     * @param name of the file, without its ending
     * @throws IOException where it could not be made
     */
    static Path of(Path model, Rewriting rewriting, Path folder, String name) throws IOException {
        Path target = folder.resolve(name + ".onnx");
        Path stamp = folder.resolve(name + ".stamp");
        if (Files.isRegularFile(target)
                && Files.isRegularFile(stamp)
                && Files.readString(stamp).equals(stamp(model, target))) {
            return target;
        }
        Files.createDirectories(folder);
        ChildProcess.run(
                List.of(
                        java(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Rewriting.class.getName(),
                        rewriting.name(),
                        model.toString(),
                        target.toString()),
                PATIENCE);
        Files.writeString(stamp, stamp(model, target));
        return target;
    }

    private static String stamp(Path model, Path target) throws IOException {
        return EDITION + " " + Files.size(model) + " "
                + Files.getLastModifiedTime(model).toMillis() + " " + Files.size(target);
    }

    private static String java() {
        return String.join(File.separator, System.getProperty("java.home", ""), "bin", "java");
    }
}
