package dev.readback.execution;

import dev.readback.agent.Invocation;
import dev.readback.agent.Outcome;
import dev.readback.agent.Preparation;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One command that is run before it is asked for. Its result is given away once. Thread-safe. */
final class RunAhead {

    private final Step step;
    private final Invocation invocation;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicBoolean given = new AtomicBoolean();

    /** @param step one that is ready */
    RunAhead(Step step) {
        this.step = step;
        this.invocation = invocation(step).orElseThrow();
    }

    UUID runId() {
        return step.runId();
    }

    Step step() {
        return step;
    }

    /** What would be run on this machine; nothing is run ahead by an agent elsewhere. */
    static Optional<Invocation> invocation(Step step) {
        return switch (step.preparation()) {
            case Preparation.Ready(Invocation ready) ->
                Optional.of(ready).filter(here -> here.agent().isEmpty());
            case Preparation.Impossible impossible -> Optional.empty();
        };
    }

    /** Whether it is exactly what a step would start: its line, argv, directory, environment and programs. */
    boolean fits(Step other) {
        return step.command().line().equals(other.command().line())
                && invocation(other).equals(Optional.of(invocation));
    }

    boolean over() {
        return outcome.isDone();
    }

    void ended(Outcome how) {
        outcome.complete(how);
    }

    /** Whether it was not given away before; from now on it is. */
    boolean claim() {
        return given.compareAndSet(false, true);
    }

    /** Waits for its end; empty where it did not end by itself, so that nothing can be told from it. */
    Optional<Outcome> result() {
        try {
            return outcome.join() instanceof Outcome.Exited exited ? Optional.of(exited) : Optional.empty();
        } catch (CompletionException broken) {
            return Optional.empty();
        }
    }
}
