package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.settings.Settings;
import dev.readback.settings.SettingsReader;
import dev.readback.voice.personaplex.FakePersonaPlex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person talks to the page in full duplex, with a stand-in for the server of PersonaPlex that is started, and killed in the middle of a sentence, by the
 * scenarios themselves ({@code ui/e2e-spoken/duplex.spec.ts}).
 */
class FullDuplexIT {

    @TempDir
    private Path folder;

    @Test
    void a_person_can_talk_with_a_persona_and_command_beside_it() throws Exception {
        SpokenPage.requireVoices();
        int port = freePort();
        String home = System.setProperty("user.home", folder.toString());
        try (Readback readback = Readback.start(settings(port))) {
            Path told = folder.resolve("playwright.txt");
            boolean passed = new SpokenPage(readback, folder, SpokenPage.pictures(folder.resolve("pictures")))
                    .plays("duplex.spec", Map.of("PERSONA_STAND_IN", standIn(port)), told);
            System.out.println(Files.readString(told));
            assertThat(passed)
                    .as("the scenarios in full duplex pass; see above")
                    .isTrue();
        } finally {
            System.setProperty("user.home", home);
        }
    }

    private Settings settings(int port) {
        return SettingsReader.read(
                Map.of(
                        "READBACK_HOME",
                        folder.resolve("home").toString(),
                        "READBACK_MODELS",
                        SpokenPage.models().toString(),
                        "READBACK_PORT",
                        "0",
                        "PERSONAPLEX_URL",
                        "ws://127.0.0.1:" + port),
                Map.of(),
                folder.resolve("none"));
    }

    /** The command line of the stand-in, as JSON. */
    private static String standIn(int port) {
        return Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakePersonaPlex.class.getName(),
                        "--port",
                        Integer.toString(port))
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket trial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return trial.getLocalPort();
        }
    }
}
