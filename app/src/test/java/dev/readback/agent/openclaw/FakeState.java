package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.FakeGateway.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What the fake Gateway knows: part of it survives its death, part does not. */
final class FakeState {

    static final String RESUMED = "Your previous turn was interrupted by a gateway restart. Continue where it stopped.";

    final Dialect dialect;
    final FakeSessions sessions = new FakeSessions();
    final FakePolicy policy = new FakePolicy();
    final FakeOutbox outbox = new FakeOutbox();
    final FakeDesk desk;
    final FakeRuns runs;
    final FakeJobs jobs;
    final List<String> commands = new CopyOnWriteArrayList<>();
    final Path folder;
    private final FakeGateway gateway;

    FakeState(FakeGateway gateway, Dialect dialect) {
        this.gateway = gateway;
        this.dialect = dialect;
        this.folder = folder();
        this.desk = new FakeDesk(this);
        this.runs = new FakeRuns(this);
        this.jobs = new FakeJobs(this);
    }

    boolean openclaw() {
        return dialect == Dialect.OPENCLAW;
    }

    void tell(String event, Map<String, Object> payload) {
        gateway.tell(event, payload);
    }

    /** Whether somebody is there who may decide, and says that they can. */
    boolean reviewed() {
        return gateway.in().stream()
                .anyMatch(client ->
                        client.may("operator.admin") && (client.has("approvals") || client.has("exec-approvals")));
    }

    void die() {
        runs.die();
        desk.die();
    }

    void resume() {
        runs.resume();
    }

    void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fake-gateway");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
