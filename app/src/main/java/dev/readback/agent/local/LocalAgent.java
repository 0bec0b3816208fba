package dev.readback.agent.local;

import dev.readback.agent.Agent;
import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Invocation;
import dev.readback.agent.Outcome;
import dev.readback.agent.Outcome.Output;
import dev.readback.agent.Preparation;
import dev.readback.agent.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands on this machine, each in a process session of its own that outlives us. Thread-safe. A thread interrupted in {@link #run} or
 * {@link #adopt} leaves the run going and throws {@link LeftRunning}.
 */
public final class LocalAgent implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(LocalAgent.class);

    private final Preparing preparing;
    private final Runs runs;
    private final RunnerScript script;
    private final Map<UUID, Stop> followed = new ConcurrentHashMap<>();
    private final CancelledEarly cancelledEarly = new CancelledEarly();

    public LocalAgent(LocalSettings settings) {
        this.preparing = new Preparing(settings);
        this.runs = new Runs(settings.runs());
        this.script = new RunnerScript(settings.runs());
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Preparation prepare(CommandLine line) {
        return preparing.prepare(line);
    }

    @Override
    public Outcome run(Assignment assignment, RunListener listener, Asker asker) {
        RunDirectory run = runs.of(assignment.runId());
        if (run.exists()) {
            return adopt(assignment, listener, asker);
        }
        return registered(assignment.runId(), stop -> {
            Optional<Outcome> obstacle = obstacle(assignment, stop);
            return obstacle.isPresent() ? obstacle.get() : start(assignment, listener, stop);
        });
    }

    @Override
    public Outcome adopt(Assignment assignment, RunListener listener, Asker asker) {
        return registered(assignment.runId(), stop -> {
            RunDirectory run = runs.ofUnknown(assignment.runId());
            return switch (runs.settle(run)) {
                case Claim.None none -> new Outcome.NotStarted(Why.NEVER_BEGUN);
                case Claim.Sealed sealed -> new Outcome.NotStarted(Why.NEVER_BEGUN);
                case Claim.Unwritten unwritten -> new Outcome.Interrupted(Output.NONE, Why.NO_RESULT);
                case Claim.Lost lost -> new Outcome.Interrupted(Output.NONE, Why.MACHINE_RESTARTED);
                case Claim.Held held -> follow(assignment, run, runs.runner(held), listener, stop);
            };
        });
    }

    /** Also takes a run that has not been begun: should it be begun later, it ends as cancelled without having started. */
    @Override
    public void cancel(UUID runId) {
        cancelledEarly.add(runId);
        Optional<Stop> stop = Optional.ofNullable(followed.get(runId));
        if (stop.isPresent() || runs.of(runId).exists()) {
            cancelledEarly.remove(runId);
            stop.ifPresentOrElse(Stop::cancel, () -> endUnfollowed(runs.of(runId)));
        }
    }

    @Override
    public void forget(UUID runId) {
        if (!followed.containsKey(runId)) {
            remove(runs.of(runId));
        }
    }

    /** Removes what is left of ended runs that nobody knows. A run that still goes on is left alone. */
    public void sweep(Set<UUID> known) {
        for (UUID id : runs.ids()) {
            if (!known.contains(id) && !followed.containsKey(id)) {
                sweep(runs.of(id));
            }
        }
    }

    private void sweep(RunDirectory run) {
        try {
            if (runs.over(run)) {
                remove(run);
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome registered(UUID id, Registered work) {
        Stop stop = followed.computeIfAbsent(id, ignored -> new Stop());
        try {
            if (cancelledEarly.remove(id)) {
                stop.cancel();
            }
            return work.with(stop);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            throw new LeftRunning(id, leaving);
        } finally {
            followed.remove(id, stop);
        }
    }

    private Optional<Outcome> obstacle(Assignment assignment, Stop stop) {
        if (stop.cancelled()) {
            return Optional.of(new Outcome.Cancelled(Output.NONE, Duration.ZERO));
        }
        return runs.obstacle()
                .or(script::obstacle)
                .or(() -> CommandFile.obstacle(assignment.invocation().argv()))
                .or(() -> changed(assignment.invocation()))
                .map(Outcome.NotStarted::new);
    }

    private static Optional<String> changed(Invocation invocation) {
        if (!Files.isDirectory(Path.of(invocation.directory()))) {
            return Optional.of("The folder " + invocation.directory() + " is gone.");
        }
        return Programs.changed(invocation)
                .map(program -> "The program " + program + " has changed since you approved it.");
    }

    private Outcome start(Assignment assignment, RunListener listener, Stop stop) throws InterruptedException {
        RunDirectory run = runs.of(assignment.runId());
        try {
            runs.create(run);
        } catch (IOException refused) {
            return new Outcome.NotStarted(Why.UNRECORDED);
        }
        try {
            long began = System.nanoTime();
            Process process = script.start(run, assignment.invocation());
            return follow(assignment, run, new Runner.Child(process, began), listener, stop);
        } catch (IOException refused) {
            run.seal(false);
            return new Outcome.NotStarted(RunnerScript.whyNot(refused));
        }
    }

    private static Outcome follow(
            Assignment assignment, RunDirectory run, Runner runner, RunListener listener, Stop stop)
            throws InterruptedException {
        try (OutputTail tail = new OutputTail(run.out(), listener)) {
            return new Following(run, runner, tail, stop, assignment.timeout()).toEnd();
        }
    }

    private void endUnfollowed(RunDirectory run) {
        if (run.claim() instanceof Claim.Held held && run.exit().isEmpty()) {
            Runner runner = runs.runner(held);
            if (!runner.ended()) {
                end(run, runner);
            }
        }
    }

    private static void end(RunDirectory run, Runner runner) {
        run.markStopped(Stop.Reason.CANCELLED);
        try {
            boolean gone = new ProcessSession(runner.pid()).end(runner::ended);
            LOG.atInfo()
                    .setMessage("ended a run nobody followed")
                    .addKeyValue("gone", gone)
                    .log();
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(RunDirectory run) {
        try {
            run.remove();
        } catch (IOException left) {
            LOG.atWarn()
                    .setMessage("run folder not removed")
                    .addKeyValue("run", run.path())
                    .setCause(left)
                    .log();
        }
    }

    @FunctionalInterface
    private interface Registered {
        Outcome with(Stop stop) throws InterruptedException;
    }
}
