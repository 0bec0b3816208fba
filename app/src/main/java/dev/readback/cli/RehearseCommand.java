package dev.readback.cli;

import dev.readback.Readback;
import dev.readback.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Goes once through an ordinary day in a folder of its own, for the launcher to record what the JVM learns from it. */
@Command(name = "rehearse", hidden = true, description = "for the launcher: an ordinary day, to learn from")
final class RehearseCommand extends Verb {

    @Override
    public Integer call() throws IOException {
        Path home = Files.createTempDirectory("readback-rehearsal");
        try {
            Settings here = settings();
            rehearse(Settings.in(home, here.models()));
            return 0;
        } finally {
            delete(home);
        }
    }

    private static void rehearse(Settings settings) {
        try (Readback readback = Readback.start(settings)) {
            Client client = new Client(readback.address(), readback.token());
            client.post("/execute", Map.of("transcript", "how full is the disk"), 10);
            client.post("/execute", Map.of("transcript", "how much memory is free"), 10);
            var asked = client.post("/execute", Map.of("transcript", "run touch /tmp/readback-rehearsal"), 10);
            String session = asked.path("session_id").asString("");
            client.post("/resume/" + session, Map.of("answer", "no"), 10);
            client.get("/sessions");
            client.get("/sessions/" + session + "/history");
            client.get("/health");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
