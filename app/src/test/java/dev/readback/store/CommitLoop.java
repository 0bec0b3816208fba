package dev.readback.store;

import dev.readback.conversation.Session;
import dev.readback.execution.Change;
import dev.readback.execution.Event;
import dev.readback.execution.Execution;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Commits until it is killed, and says of each commit that has returned: {@code <execution> <version>}. Says {@code open} first. */
public final class CommitLoop {

    private static final int WRITERS = 8;

    private CommitLoop() {}

    public static void main(String[] args) {
        Database database = Database.open(StoreSettings.sqlite(Path.of(args[0])));
        say("open");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                threads.execute(() -> forever(database));
            }
        }
    }

    private static void forever(Database database) {
        Session session = Samples.session();
        database.executions().commit(Samples.change(session));
        Execution execution = Samples.execution(session.id());
        while (!Thread.currentThread().isInterrupted()) {
            database.executions().commit(change(session, execution));
            say(execution.id() + " " + execution.version());
            execution = Samples.next(execution);
        }
    }

    private static Change change(Session session, Execution execution) {
        return new Change(
                Optional.empty(),
                Optional.of(execution),
                List.of(Samples.turn(session.id(), String.valueOf(execution.version()))),
                List.of(Samples.entry("judged")),
                List.of(new Event.StateChanged(session.id(), execution.id(), execution.state())),
                List.of());
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
