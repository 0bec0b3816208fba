package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.readback.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; the scenarios are in {@code ui/e2e}. */
class PageIT {
    private static final Path UI = Path.of("..", "ui");

    @TempDir
    private Path folder;

    @Test
    void a_person_can_do_everything_on_the_page() throws Exception {
        Path chromium = chromium();
        try (Readback readback = Readback.start(Settings.in(folder.resolve("home")))) {
            Path told = folder.resolve("playwright.txt");
            boolean passed = playwright(readback, chromium, told);
            System.out.println(Files.readString(told));
            assertThat(passed).as("the browser tests pass; see above").isTrue();
        }
    }

    private boolean playwright(Readback readback, Path chromium, Path told) throws IOException, InterruptedException {
        ProcessBuilder tests = new ProcessBuilder(
                        "node", "node_modules/@playwright/test/cli.js", "test", "--config", "e2e")
                .directory(UI.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        tests.environment().put("CHROMIUM", chromium.toString());
        tests.environment().put("READBACK_URL", readback.address());
        tests.environment().put("READBACK_TOKEN", readback.token());
        tests.environment().put("READBACK_E2E_DIR", folder.toString());
        tests.environment()
                .putIfAbsent("READBACK_E2E_OUT", folder.resolve("pictures").toString());
        Process running = tests.start();
        try {
            return running.waitFor(15, TimeUnit.MINUTES) && running.exitValue() == 0;
        } finally {
            running.destroy();
        }
    }

    /** On a person's machine a missing browser skips these tests and says so; in CI it fails them. */
    private static Path chromium() {
        Path path = Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
        if (!Files.isExecutable(path)) {
            String missing =
                    "The page was NOT tested: there is no chromium at " + path + " (install it, or set CHROMIUM).";
            System.out.println(missing);
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            abort(missing);
        }
        return path;
    }
}
