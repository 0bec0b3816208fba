package dev.readback.execution;

import dev.readback.agent.Agent;
import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Invocation;
import dev.readback.agent.Outcome;
import dev.readback.agent.Preparation;
import dev.readback.agent.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An agent that does as it is told by the test, and remembers what it was asked to run. */
final class ScriptedAgent implements Agent {

    final List<String> ran = new CopyOnWriteArrayList<>();
    final List<UUID> adopted = new CopyOnWriteArrayList<>();
    private final Map<String, Part> parts = new ConcurrentHashMap<>();
    private final Map<UUID, CountDownLatch> cancelled = new ConcurrentHashMap<>();

    /** What happens when a line is run. */
    interface Part {
        Outcome play(Assignment assignment, RunListener listener, Asker asker);
    }

    void when(String line, Part part) {
        parts.put(line, part);
    }

    static Outcome exited(int code, String output) {
        return new Outcome.Exited(code, new Outcome.Output(output, 0), Duration.ofMillis(3));
    }

    /** Blocks until the run is cancelled. */
    Outcome untilCancelled(Assignment assignment) {
        try {
            latch(assignment.runId()).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Outcome.Cancelled(Outcome.Output.NONE, Duration.ofMillis(3));
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Preparation prepare(CommandLine line) {
        return line.line().startsWith("missing")
                ? new Preparation.Impossible("missing: command not found")
                : new Preparation.Ready(
                        new Invocation(line.host(), line.argv().orElse(List.of("sh")), "/", Map.of(), List.of()));
    }

    @Override
    public Outcome run(Assignment assignment, RunListener listener, Asker asker) {
        ran.add(assignment.line());
        return play(assignment, listener, asker);
    }

    @Override
    public Outcome adopt(Assignment assignment, RunListener listener, Asker asker) {
        adopted.add(assignment.runId());
        return play(assignment, listener, asker);
    }

    @Override
    public void cancel(UUID runId) {
        latch(runId).countDown();
    }

    @Override
    public void forget(UUID runId) {}

    private Outcome play(Assignment assignment, RunListener listener, Asker asker) {
        return parts.getOrDefault(assignment.line(), (a, l, k) -> exited(0, "")).play(assignment, listener, asker);
    }

    private CountDownLatch latch(UUID runId) {
        return cancelled.computeIfAbsent(runId, id -> new CountDownLatch(1));
    }
}
