package dev.readback.store;

import dev.readback.conversation.Session;
import dev.readback.execution.Change;
import dev.readback.execution.Event;
import dev.readback.execution.Execution;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Measures commits: {@code CommitsPerSecond [sqlite|postgres] [folder]}. Each commit is what one change of state comes to: an execution with six steps, a
 * turn, an audit entry, an event.
 */
public final class CommitsPerSecond {

    private static final long A_SECOND = 1_000_000_000L;

    private CommitsPerSecond() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args.length > 1 ? args[1] : "."), "commits");
        if (args.length > 0 && args[0].equals("postgres")) {
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
                measure(new StoreSettings(folder, Optional.of(server.getJdbcUrl("postgres", "postgres"))));
            }
        } else {
            measure(StoreSettings.sqlite(folder));
        }
        delete(folder);
    }

    private static void measure(StoreSettings settings) throws InterruptedException {
        try (Database database = Database.open(settings)) {
            run(database, 100, 3);
            for (int writers : List.of(1, 100, 2000)) {
                System.out.println(run(database, writers, 5));
            }
        }
    }

    private static String run(Database database, int writers, int seconds) throws InterruptedException {
        Session session = Samples.session();
        database.executions().commit(Samples.change(session));
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        long end = start + seconds * A_SECOND;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < writers; i++) {
                threads.execute(() -> write(database, session, end, took));
            }
        }
        double elapsed = (System.nanoTime() - start) / (double) A_SECOND;
        List<Long> sorted = took.stream().sorted().toList();
        return "%5d writers: %,8.0f commits/s, median %.2f ms, 99%% within %.2f ms"
                .formatted(writers, sorted.size() / elapsed, at(sorted, 0.5), at(sorted, 0.99));
    }

    private static void write(Database database, Session session, long end, ConcurrentLinkedQueue<Long> took) {
        Execution execution = Samples.execution(session.id());
        while (System.nanoTime() < end) {
            long before = System.nanoTime();
            database.executions().commit(change(session, execution));
            took.add(System.nanoTime() - before);
            execution = Samples.next(execution);
        }
    }

    private static Change change(Session session, Execution execution) {
        return new Change(
                Optional.empty(),
                Optional.of(execution),
                List.of(Samples.turn(session.id(), "how full is the disk")),
                List.of(Samples.entry("judged")),
                List.of(new Event.StateChanged(session.id(), execution.id(), execution.state())),
                List.of());
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
