package dev.readback.voice.personaplex;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes a model server ready to run: chooses how it is kept off the network, and sees to it that there is only one on its port. */
public final class ModelLaunch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final ModelServer server;
    private final FileChannel lock;

    private ModelLaunch(ModelServer server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /**
     * @param home asked for once nothing is missing: where a file tells others on this machine that one runs here
     * @param redaction masks secrets in what it prints
     * @throws ModelFailure when it cannot be run, or runs already
     */
    public static ModelLaunch prepare(
            ModelOptions options,
            ModelNeeds needs,
            Supplier<Path> home,
            UnaryOperator<String> redaction,
            ModelTold told) {
        LaunchWay way = needs.way(options);
        FileChannel lock = lock(home.get().resolve("personaplex-" + options.port() + ".lock"), options.port());
        try {
            free(options.port());
            LaunchPlan plan = LaunchPlan.of(options, way, needs.environment());
            ModelOutput output = new ModelOutput(redaction, needs.environment().token(), told);
            return new ModelLaunch(
                    new ModelServer(plan, output, told, InstantSource.system(), ModelRhythm.USUAL), lock);
        } catch (ModelFailure e) {
            release(lock);
            throw e;
        }
    }

    /** Runs it until {@link #close}; see {@link ModelServer#run}. */
    public void run() throws InterruptedException {
        server.run();
    }

    @Override
    public void close() {
        server.close();
        release(lock);
    }

    private static FileChannel lock(Path file, int port) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (held(channel).isEmpty()) {
                channel.close();
                throw ModelFailure.taken(
                        port, "One is running on port {port} already, or still loading. Take another with --port.");
            }
            return channel;
        } catch (IOException e) {
            throw ModelFailure.notStarted(file.toString(), e);
        }
    }

    private static Optional<FileLock> held(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ours) {
            return Optional.empty();
        }
    }

    private static void free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw ModelFailure.taken(port, whose(port));
        }
    }

    private static String whose(int port) {
        try (ModelProbe probe = new ModelProbe(LOOK)) {
            return probe.look(URI.create("ws://127.0.0.1:" + port)) instanceof ModelProbe.Found.ItIs
                    ? "A model server answers on port {port} already: set PERSONAPLEX_URL=ws://127.0.0.1:{port}, or take another with --port."
                    : "Something else listens on port {port}. Take another with --port.";
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            // It ends with us.
        }
    }
}
