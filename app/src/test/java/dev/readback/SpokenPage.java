package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The scenarios of {@code ui/e2e-spoken}, played in a real browser with real speech. */
final class SpokenPage {

    private static final Path UI = Path.of("..", "ui");

    private final Readback readback;
    private final Path folder;
    private final Path pictures;

    /**
     * @param folder where commands run
     * @param pictures where pictures, and what was said, are kept
     */
    SpokenPage(Readback readback, Path folder, Path pictures) {
        this.readback = readback;
        this.folder = folder;
        this.pictures = pictures;
    }

    /** Whether the scenarios of one file pass; what they tell is written down. */
    boolean plays(String file, Map<String, String> environment, Path told) throws IOException, InterruptedException {
        ProcessBuilder tests = new ProcessBuilder(
                        "node", "node_modules/@playwright/test/cli.js", "test", "--config", "e2e-spoken", file)
                .directory(UI.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        tests.environment().put("READBACK_URL", readback.address());
        tests.environment().put("READBACK_TOKEN", readback.token());
        tests.environment().put("READBACK_E2E_DIR", folder.toString());
        tests.environment().put("READBACK_E2E_OUT", pictures.toString());
        tests.environment().putAll(environment);
        Process running = tests.start();
        try {
            return running.waitFor(10, TimeUnit.MINUTES) && running.exitValue() == 0;
        } finally {
            running.destroy();
        }
    }

    static Path pictures(Path otherwise) {
        return Optional.ofNullable(System.getenv("READBACK_E2E_OUT"))
                .map(Path::of)
                .orElse(otherwise);
    }

    static Path models() {
        return Optional.ofNullable(System.getenv("READBACK_MODELS"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache", "readback", "models"));
    }

    /** On a person's machine missing voices or a missing browser skip this and say so; in CI they fail it. */
    static void requireVoices() {
        List<Path> wanted = List.of(
                Path.of("/usr/bin/flite"),
                Path.of("/usr/bin/espeak-ng"),
                Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")));
        List<Path> missing =
                wanted.stream().filter(path -> !Files.isExecutable(path)).toList();
        if (!missing.isEmpty()) {
            String why = "Talking was NOT tested: there is no " + missing + ".";
            System.out.println(why);
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            abort(why);
        }
    }
}
