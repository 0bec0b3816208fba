package dev.readback.execution;

import dev.readback.agent.Agent;
import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.Outcome;
import dev.readback.agent.RunListener;
import dev.readback.audit.AuditEntry;
import dev.readback.plan.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands that are run while the person is still speaking, so that the answer is there when they have finished. Only what was marked cheap, passes the gate
 * unasked and runs on this machine. Each is audited before it starts, and what became of its result after. Kept in memory for a few seconds and nowhere else:
 * a restart knows nothing of them. Thread-safe.
 */
final class RunsAhead implements AutoCloseable {

    /** How long one may take, and how long its result is good for. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(RunsAhead.class);
    private static final int AT_ONCE = 4;

    private final ExecutionParts parts;
    private final List<Batch> batches = new ArrayList<>();
    private boolean closed;

    RunsAhead(ExecutionParts parts) {
        this.parts = parts;
    }

    /** The commands of one sentence. */
    private record Batch(Optional<UUID> session, Request request, List<RunAhead> runs) {

        boolean fits(List<Step> steps) {
            return runs.size() == steps.size() && runs.stream().allMatch(run -> run.fits(steps.get(runs.indexOf(run))));
        }
    }

    /** Whether steps are such that they may be run without being asked for yet. */
    boolean may(List<Step> steps) {
        return !steps.isEmpty()
                && steps.stream()
                        .allMatch(step -> step.status() == StepStatus.APPROVED
                                && step.command().host().equals(Command.LOCAL)
                                && parts.quick().cheap().test(step.command().intent())
                                && !step.command().line().startsWith("sudo ")
                                && RunAhead.invocation(step).isPresent());
    }

    /**
     * Whether the steps are being run, or have just been; what was run for other words of the same conversation is dropped.
     *
     * @param begin whether to begin with them where they are not
     */
    synchronized boolean fits(Request request, List<Step> steps, boolean begin) {
        Optional<Batch> same = batches.stream()
                .filter(batch -> batch.session().equals(request.sessionId()) && batch.fits(steps))
                .findFirst();
        if (same.isPresent()) {
            return true;
        }
        drop(request.sessionId(), "other words came");
        if (!begin || closed || batches.size() >= AT_ONCE) {
            return false;
        }
        Batch batch = new Batch(
                request.sessionId(), request, steps.stream().map(RunAhead::new).toList());
        batches.add(batch);
        Thread.ofVirtual().name("run-ahead").start(() -> carryOut(batch));
        return true;
    }

    /** What was run for these words is not wanted. */
    synchronized void drop(Optional<UUID> session, String why) {
        batches.stream()
                .filter(batch -> batch.session().equals(session))
                .toList()
                .forEach(batch -> drop(batch, why));
    }

    /** The outcome of exactly this step, where it was run ahead and nobody had it yet; waits for its end. */
    Optional<Outcome> take(Execution begun, Step step) {
        Optional<RunAhead> found = claim(begun, step);
        Optional<Outcome> result = found.flatMap(RunAhead::result);
        found.ifPresent(run -> audit(
                result.isPresent() ? "ran_ahead_used" : "ran_ahead_dropped",
                begun.source().word(),
                Optional.of(begun.sessionId()),
                Optional.of(begun.id()),
                Map.of("run_id", run.runId().toString(), "why", result.isPresent() ? "" : "it did not end by itself")));
        return result;
    }

    private synchronized Optional<RunAhead> claim(Execution begun, Step step) {
        return batches.stream()
                .filter(batch -> batch.session().isPresent()
                        ? batch.session().equals(Optional.of(begun.sessionId()))
                        : batch.request().transcript().equals(begun.transcript()))
                .flatMap(batch -> batch.runs().stream())
                .filter(run -> run.fits(step) && run.claim())
                .findFirst();
    }

    /** One after the other, as they would be run when asked for: what follows a failure does not run. */
    private void carryOut(Batch batch) {
        boolean goOn = true;
        for (RunAhead run : batch.runs()) {
            Outcome outcome = goOn ? carryOut(batch, run) : new Outcome.NotStarted("What came before it failed.");
            run.ended(outcome);
            goOn = outcome instanceof Outcome.Exited exited && exited.exitCode() == 0;
        }
        try {
            Thread.sleep(LONGEST);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
        drop(batch, "nobody asked for it in time");
    }

    private Outcome carryOut(Batch batch, RunAhead run) {
        Agent agent = parts.agent();
        try {
            String words = String.join(" ", batch.request().transcript());
            audit(
                    "ran_ahead",
                    batch,
                    Map.of(
                            "words", words,
                            "command", run.step().command().line(),
                            "run_id", run.runId().toString()));
            if (!standing(batch)) {
                return new Outcome.NotStarted("Other words came.");
            }
            return agent.run(
                    new Assignment(
                            run.runId(),
                            batch.request().sessionId().orElse(run.runId()),
                            run.step().command().line(),
                            RunAhead.invocation(run.step()).orElseThrow(),
                            LONGEST),
                    RunListener.NONE,
                    Asker.NOBODY);
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("run", run.runId()).setCause(e).log("A run ahead failed");
            return new Outcome.NotStarted("It could not be run ahead.");
        } finally {
            agent.forget(run.runId());
        }
    }

    private synchronized boolean standing(Batch batch) {
        return batches.contains(batch);
    }

    /** What somebody took goes on to its end; the rest is ended, and said to have been for nothing. */
    private void drop(Batch batch, String why) {
        List<RunAhead> unused;
        synchronized (this) {
            if (!batches.remove(batch)) {
                return;
            }
            unused = batch.runs().stream().filter(RunAhead::claim).toList();
        }
        if (!unused.isEmpty()) {
            Thread.ofVirtual()
                    .name("run-ahead-dropped")
                    .start(() -> unused.forEach(run -> {
                        if (!run.over()) {
                            parts.agent().cancel(run.runId());
                        }
                        audit(
                                "ran_ahead_dropped",
                                batch,
                                Map.of("run_id", run.runId().toString(), "why", why));
                    }));
        }
    }

    private void audit(String kind, Batch batch, Map<String, String> facts) {
        audit(kind, batch.request().source().word(), batch.session(), Optional.empty(), facts);
    }

    private void audit(
            String kind, String source, Optional<UUID> session, Optional<UUID> execution, Map<String, String> facts) {
        TreeMap<String, String> redacted = new TreeMap<>();
        facts.forEach((key, value) -> redacted.put(key, parts.redact().apply(value)));
        AuditEntry entry = new AuditEntry(parts.clock().instant(), kind, source, session, execution, redacted);
        parts.store()
                .commit(new Change(
                        Optional.empty(), Optional.empty(), List.of(), List.of(entry), List.of(), List.of()));
    }

    /** Ends what is under way, so that nothing outlives us that nobody knows of. */
    @Override
    public void close() {
        List<Batch> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(batches);
            batches.clear();
        }
        left.stream()
                .flatMap(batch -> batch.runs().stream())
                .filter(run -> !run.over())
                .forEach(run -> parts.agent().cancel(run.runId()));
    }
}
