package dev.readback.store;

import dev.readback.audit.AnchorFailure;
import dev.readback.audit.AuditAnchor;
import dev.readback.execution.EventLog.Numbered;
import dev.readback.failure.Failure;
import dev.readback.store.Transaction.Ends;
import dev.readback.store.Transaction.Work;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits in groups: what waits while one commit is on its way to the disk goes with the next, so that one flush serves many callers. Nothing is
 * delayed to wait for company. Thread-safe; callers block, and cannot be interrupted, until their work is on the disk or has failed.
 */
final class Writer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int AT_ONCE = 1000;

    private final Engine engine;
    private final AuditAnchor anchor;
    private final Subscribers subscribers;
    private final InstantSource clock;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final Pending stop = new Pending(transaction -> {});
    private final Thread thread =
            Thread.ofPlatform().daemon().name("readback-writer").unstarted(this::serve);
    private Optional<WriterConnection> connection = Optional.empty();
    private volatile boolean closed;
    private volatile boolean ended;

    private Writer(Engine engine, AuditAnchor anchor, Subscribers subscribers, InstantSource clock) {
        this.engine = engine;
        this.anchor = anchor;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /** Connects, so that what is wrong shows at once, and starts serving. */
    static Writer start(Engine engine, AuditAnchor anchor, Subscribers subscribers, InstantSource clock) {
        Writer writer = new Writer(engine, anchor, subscribers, clock);
        try {
            writer.connection = Optional.of(WriterConnection.open(engine));
        } catch (SQLException e) {
            throw engine.explain(e);
        }
        writer.thread.start();
        return writer;
    }

    /** Returns once the work is on the disk; throws its own failure, or a {@link StoreFailure} when the commit failed. */
    void commit(Work work) {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("a subscriber must not commit: it would wait for itself");
        }
        if (closed) {
            throw closing();
        }
        Pending pending = new Pending(work);
        queue.add(pending);
        if (ended) {
            refuseWaiting();
        }
        pending.await();
    }

    /** Commits what is waiting, then ends. */
    @Override
    public void close() {
        closed = true;
        queue.add(stop);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private void serve() {
        try {
            List<Pending> batch = gather();
            while (!batch.contains(stop)) {
                serve(batch);
                batch = gather();
            }
            batch.remove(stop);
            serve(batch);
        } catch (InterruptedException e) {
            LOG.warn("the writer was interrupted and ends");
        } finally {
            ended = true;
            refuseWaiting();
        }
    }

    private List<Pending> gather() throws InterruptedException {
        List<Pending> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, AT_ONCE - 1);
        return batch;
    }

    private void serve(List<Pending> batch) {
        if (!batch.isEmpty()) {
            subscribers.tell(commitOrFail(batch));
        }
    }

    /** The boundary of the writer's thread: whatever happens to one batch, its callers hear of it and the next one is served. */
    private List<Numbered> commitOrFail(List<Pending> batch) {
        try {
            return commit(batch);
        } catch (Throwable e) {
            disconnect();
            LOG.atWarn()
                    .addKeyValue("changes", batch.size())
                    .setCause(e)
                    .log("a commit failed; nothing of it is stored");
            batch.forEach(it -> it.done.completeExceptionally(failure(e)));
            return List.of();
        }
    }

    private List<Numbered> commit(List<Pending> batch) throws SQLException {
        Transaction transaction = applied(batch);
        WriterConnection open = connected();
        Ends before = open.ends();
        open.commit(transaction);
        if (!transaction.ends().audit().equals(before.audit())) {
            anchor(transaction.ends());
        }
        batch.forEach(Pending::answer);
        return transaction.events();
    }

    /** As long as nothing was committed it may be tried again: a connection that was lost while idle is noticed by the next change only. */
    private Transaction applied(List<Pending> batch) throws SQLException {
        boolean kept = connection.isPresent();
        try {
            return apply(batch);
        } catch (SQLException e) {
            if (!kept) {
                throw e;
            }
            LOG.atInfo().setCause(e).log("the writing connection was lost; trying once more on a new one");
            disconnect();
            return apply(batch);
        }
    }

    private Transaction apply(List<Pending> batch) throws SQLException {
        Transaction transaction = connected().begin(clock.instant());
        for (Pending pending : batch) {
            pending.refusal = transaction.attempt(pending.work).map(this::failure);
        }
        return transaction;
    }

    private void disconnect() {
        connection.ifPresent(WriterConnection::close);
        connection = Optional.empty();
    }

    private Failure failure(Throwable cause) {
        return cause instanceof Failure failure ? failure : engine.explain(cause);
    }

    private WriterConnection connected() throws SQLException {
        if (connection.isEmpty()) {
            connection = Optional.of(WriterConnection.open(engine));
        }
        return connection.get();
    }

    /** The change is on the disk already; an anchor left behind is sound, so the callers are not told otherwise. */
    private void anchor(Ends ends) {
        try {
            anchor.write(ends.audit());
        } catch (AnchorFailure e) {
            LOG.atError().setCause(e).log("the audit anchor could not be written and stays behind");
        }
    }

    private void refuseWaiting() {
        for (Pending pending = queue.poll(); pending != null; pending = queue.poll()) {
            pending.done.completeExceptionally(closing());
        }
    }

    private static StoreFailure closing() {
        return new StoreFailure("store_closed", "Readback is shutting down; nothing more is stored.");
    }

    /** A caller's work and its answer. */
    private static final class Pending {
        private final Work work;
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private Optional<Failure> refusal = Optional.empty();

        Pending(Work work) {
            this.work = work;
        }

        void answer() {
            refusal.ifPresentOrElse(done::completeExceptionally, () -> done.complete(true));
        }

        void await() {
            try {
                done.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof Failure failure) {
                    throw failure;
                }
                throw e;
            }
        }
    }
}
