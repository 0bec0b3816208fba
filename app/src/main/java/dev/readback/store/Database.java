package dev.readback.store;

import dev.readback.audit.AuditAnchor;
import dev.readback.audit.AuditEntry;
import dev.readback.audit.AuditResult;
import dev.readback.audit.AuditTrail;
import dev.readback.audit.AuditVerifier;
import dev.readback.conversation.Sessions;
import dev.readback.execution.EventLog;
import dev.readback.execution.ExecutionStore;
import dev.readback.notify.Outbox;
import dev.readback.notify.Subscriptions;
import dev.readback.voice.LatencyLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything Readback keeps. Thread-safe; one at a time on the same data, in whatever process. Close it to commit what is waiting and to let go of the
 * data.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Engine engine;
    private final AuditAnchor anchor;
    private final Optional<Writer> writer;
    private final Deque<AutoCloseable> toClose;
    private final ExecutionStore executions;
    private final Sessions sessions;
    private final EventLog events;
    private final AuditTrail auditTrail;
    private final LatencyLog latencies;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final AuditResult auditState;

    private Database(
            Engine engine,
            AuditAnchor anchor,
            Subscribers subscribers,
            Optional<Writer> writer,
            Deque<AutoCloseable> toClose) {
        Reads reads = new Reads(engine);
        this.engine = engine;
        this.anchor = anchor;
        this.writer = writer;
        this.toClose = toClose;
        this.executions = new StoredExecutions(reads, this::commit);
        this.sessions = new StoredSessions(reads);
        this.events = new StoredEvents(reads, subscribers);
        this.auditTrail = new StoredAuditTrail(reads);
        this.latencies = new StoredLatencies(reads, this::commit);
        this.outbox = new StoredOutbox(reads, this::commit);
        this.subscriptions = new StoredSubscriptions(reads, this::commit);
        this.auditState = AuditVerifier.glance(auditTrail, anchor);
    }

    /**
     * Opens the database, makes it where there is none, and brings its tables up to date.
     *
     * @throws StoreFailure when it cannot be used or another Readback uses it; what is on the disk is left as it is then
     */
    public static Database open(StoreSettings settings) {
        return open(settings, InstantSource.system());
    }

    /** The same, with a clock that dates the events. */
    public static Database open(StoreSettings settings, InstantSource clock) {
        return open(settings, clock, () -> engine(settings));
    }

    /** Makes an engine, once the home is ours. */
    interface EngineSource {
        Engine open();
    }

    static Database open(StoreSettings settings, InstantSource clock, EngineSource source) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        boolean done = false;
        try {
            makeHome(settings.home());
            opened.push(HomeLock.take(settings.lockFile()));
            Database database = open(settings, clock, source, opened);
            done = true;
            return database;
        } finally {
            if (!done) {
                closeAll(opened);
            }
        }
    }

    private static Database open(
            StoreSettings settings, InstantSource clock, EngineSource source, Deque<AutoCloseable> opened) {
        Engine engine = source.open();
        opened.push(engine);
        AuditAnchor anchor = new AuditAnchor(settings.anchorFile());
        opened.push(anchor);
        new Schema(engine).bringUpToDate();
        Subscribers subscribers = new Subscribers();
        Writer writer = Writer.start(engine, anchor, subscribers, clock);
        opened.push(writer);
        Database database = new Database(engine, anchor, subscribers, Optional.of(writer), opened);
        database.anchorOrNote(clock.instant());
        return database;
    }

    /**
     * Opens an existing database for reading only, also while a Readback is running on it; {@link ExecutionStore#commit} then fails with
     * {@code read_only}, and no events are told of.
     *
     * @throws StoreFailure {@code database_missing} where there is none yet
     */
    public static Database openForReading(StoreSettings settings) {
        if (settings.url().isEmpty() && Files.notExists(settings.databaseFile())) {
            throw new StoreFailure("database_missing", "There is no database at " + settings.databaseFile() + " yet.");
        }
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        boolean done = false;
        try {
            Engine engine = engine(settings);
            opened.push(engine);
            if (!new Schema(engine).current()) {
                throw new StoreFailure(
                        "database_foreign",
                        "The database " + engine.location()
                                + " is not one this version of Readback has set up; start Readback on it once.");
            }
            AuditAnchor anchor = new AuditAnchor(settings.anchorFile());
            Database database = new Database(engine, anchor, new Subscribers(), Optional.empty(), opened);
            done = true;
            return database;
        } finally {
            if (!done) {
                closeAll(opened);
            }
        }
    }

    /** Whether a Readback is running on this home. */
    public static boolean inUse(StoreSettings settings) {
        return HomeLock.held(settings.lockFile());
    }

    public ExecutionStore executions() {
        return executions;
    }

    public Sessions sessions() {
        return sessions;
    }

    public EventLog events() {
        return events;
    }

    public AuditTrail auditTrail() {
        return auditTrail;
    }

    /** How long spoken turns took. */
    public LatencyLog latencies() {
        return latencies;
    }

    /** What the person is to be told of when away. */
    public Outbox outbox() {
        return outbox;
    }

    /** The browsers that want to be told. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** The audit trail's anchor, for {@link AuditVerifier#verify}. */
    public AuditAnchor auditAnchor() {
        return anchor;
    }

    /**
     * What the trail's end looked like, beside its anchor, when the database was opened. What did not fit then has been noted in the trail and is
     * written on from; nothing was put right.
     */
    public AuditResult auditState() {
        return auditState;
    }

    /** Deletes the events that happened before a moment, whose numbers are never given again, and the latencies and what was told before it. */
    public void trimEvents(Instant before) {
        commit(transaction -> transaction.trimEvents(before));
    }

    public StoreDescription describe() {
        return new StoreDescription(
                engine.kind(), engine.location(), new Schema(engine).version().orElse("none"), engine.bytes());
    }

    /**
     * What is wrong with the stored data; empty when nothing is. Reads all of it, which is why no start does: a damaged head shows when the database is
     * opened, and damage further in when it is met.
     */
    public Optional<String> faults() {
        String found = engine.faults();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Commits what is waiting, then lets go of everything. */
    @Override
    public void close() {
        closeAll(toClose);
    }

    private void commit(Transaction.Work work) {
        writer.orElseThrow(() -> new StoreFailure("read_only", "The database was opened for reading only."))
                .commit(work);
    }

    /** The anchor is there before the first record is, or a crash between the two would look like a deleted anchor. */
    private void anchorOrNote(Instant now) {
        switch (auditState) {
            case AuditResult.Intact intact -> anchor.write(intact.head());
            case AuditResult.BreakRecorded recorded -> {}
            case AuditResult.Broken broken -> note(now, broken);
            case AuditResult.TailCut cut -> note(now, cut);
            case AuditResult.AnchorDiffers differs -> note(now, differs);
            case AuditResult.AnchorMissing missing -> note(now, missing);
            case AuditResult.AnchorUnreadable unreadable -> note(now, unreadable);
        }
    }

    private void note(Instant now, AuditResult result) {
        LOG.atError().addKeyValue("finding", result.toString()).log("the audit trail does not fit its anchor");
        var facts = new TreeMap<>(Map.of("finding", result.toString(), "said", result.sentence()));
        AuditEntry entry =
                new AuditEntry(now, AuditVerifier.MISMATCH, "store", Optional.empty(), Optional.empty(), facts);
        commit(transaction -> transaction.append(entry));
    }

    private static Engine engine(StoreSettings settings) {
        if (settings.url().isEmpty()) {
            SqliteEngine.create(settings.databaseFile());
            return new SqliteEngine(settings.databaseFile());
        }
        return PostgresEngine.at(settings.url().get());
    }

    private static void makeHome(Path home) {
        try {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw StoreFailure.unwritable(home, e);
        }
    }

    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.atWarn()
                        .addKeyValue("part", next.getClass().getSimpleName())
                        .setCause(e)
                        .log("could not be closed cleanly");
            }
        }
    }
}
