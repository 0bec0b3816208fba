package dev.readback.voice.personaplex;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A Python that has a stand-in for the model server installed, and somebody who writes down what is told. */
final class ModelStandIn implements ModelTold {

    static final ModelRhythm FAST = new ModelRhythm(
            Duration.ofMillis(40), Duration.ofMillis(40), Duration.ofMillis(400), Duration.ofMillis(50));
    static final Path SETSID = Path.of("/usr/bin/setsid");

    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    final List<String> progress = new CopyOnWriteArrayList<>();
    final int port = freePort();

    private final Path folder;
    private final Path python;
    private volatile CountDownLatch ready = new CountDownLatch(1);

    ModelStandIn(Path folder, String mode) {
        this.folder = folder;
        python = folder.resolve("python");
        try {
            for (String file :
                    List.of("aiohttp/__init__.py", "aiohttp/web.py", "moshi/__init__.py", "moshi/server.py")) {
                copy(file);
            }
            Files.writeString(python, """
                    #!/bin/sh
                    export PYTHONPATH='%s' STANDIN_MODE='%s' STANDIN_STARTS='%s'
                    exec python3 "$@"
                    """.formatted(folder, mode, folder.resolve("starts")));
            Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path python() {
        return python;
    }

    ModelOptions options() {
        return new ModelOptions(
                port,
                Optional.of(python.toString()),
                Optional.empty(),
                "cpu",
                false,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    ModelServer server() {
        return server(options(), 100);
    }

    /** @param speed how many times as fast its clock goes */
    ModelServer server(ModelOptions options, int speed) {
        ModelEnvironment environment = new ModelEnvironment(environment(), Optional.of("hf_not_a_real_one"));
        LaunchPlan plan = LaunchPlan.of(options, new LaunchWay.Bare(SETSID, python), environment);
        ModelOutput output = new ModelOutput(text -> text, environment.token(), this);
        return new ModelServer(plan, output, this, hurried(speed), FAST);
    }

    /** Ours, with a secret that is nobody else's business. */
    static Map<String, String> environment() {
        Map<String, String> ours = new HashMap<>(System.getenv());
        ours.put("GATEWAY_TOKEN", "a-secret-of-ours");
        ours.put("NO_TORCH_COMPILE", "1");
        return ours;
    }

    boolean becomesReady() throws InterruptedException {
        return ready.await(10, TimeUnit.SECONDS);
    }

    void forgetReady() {
        ready = new CountDownLatch(1);
    }

    /** How often the program was started. */
    int starts() throws IOException {
        return Files.readString(folder.resolve("starts")).length();
    }

    private static InstantSource hurried(int speed) {
        Instant begun = Instant.now();
        return () -> begun.plus(Duration.between(begun, Instant.now()).multipliedBy(speed));
    }

    private void copy(String file) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream source =
                Objects.requireNonNull(ModelStandIn.class.getResourceAsStream("/personaplex/" + file))) {
            Files.copy(source, target);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void line(String line) {
        lines.add(line);
    }

    @Override
    public void say(String sentence) {
        said.add(sentence);
    }

    @Override
    public void progress(String words) {
        progress.add(words);
    }

    @Override
    public void ready(int answering) {
        ready.countDown();
    }

    List<String> linesWith(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }
}
