package dev.readback.voice.personaplex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One running model server and everything it started. Thread-safe. */
final class ModelProcess {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration KILLED = Duration.ofSeconds(2);
    private static final Duration CLEANED = Duration.ofSeconds(20);
    private static final long STEP_MILLIS = 20;

    private final LaunchPlan plan;
    private final Process process;
    private final ModelSession session;
    private final Thread reader;

    private ModelProcess(LaunchPlan plan, Process process, Consumer<String> lines) {
        this.plan = plan;
        this.process = process;
        session = new ModelSession(process.pid());
        reader = Thread.ofVirtual().name("model-output").start(() -> read(lines));
    }

    /** Its standard input stays open for as long as we live: its end tells the child that we are gone. */
    static ModelProcess start(LaunchPlan plan, Consumer<String> lines) {
        clean(plan);
        try {
            return new ModelProcess(
                    plan, builder(plan.argv(), plan.environment()).start(), lines);
        } catch (IOException e) {
            throw ModelFailure.notStarted(plan.argv().getFirst(), e);
        }
    }

    private static ProcessBuilder builder(List<String> words, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines);
        } catch (IOException | UncheckedIOException ended) {
            // What it has not said by now it does not say.
        }
    }

    /** Waits for its end, and says whether that came. */
    boolean ended(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        reader.join(Duration.ofSeconds(1)); // Its last lines tell why.
        return true;
    }

    int status() {
        return process.exitValue();
    }

    /** What it listens on that is not loopback ends it and is a failure; else says whether it listens on its port. */
    boolean listens(ModelPorts ports) {
        Set<Long> sockets = plan.own() ? session.sockets() : Set.of();
        ports.offence(sockets, plan.port()).ifPresent(listener -> {
            kill();
            throw ModelFailure.exposed(listener);
        });
        return !plan.own() || ports.listening(sockets, plan.port());
    }

    /** Asks all of it to end, and ends by force what is left after five seconds. */
    void end() {
        try {
            end(session.members());
        } catch (InterruptedException leaving) {
            kill();
            Thread.currentThread().interrupt();
        }
        clean(plan);
    }

    private void end(Set<Long> members) throws InterruptedException {
        members.forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroy));
        if (!gone(members, GRACE)) {
            kill();
            gone(session.members(), KILLED);
        }
    }

    private void kill() {
        session.members().forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
        process.destroyForcibly();
    }

    private boolean gone(Set<Long> members, Duration within) throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive() && members.stream().noneMatch(ModelSession::runs)) {
                return session.members().isEmpty();
            }
            Thread.sleep(STEP_MILLIS);
        }
        return false;
    }

    private static void clean(LaunchPlan plan) {
        if (plan.cleaning().isEmpty()) {
            return;
        }
        try {
            Process cleaning = builder(plan.cleaning(), plan.environment())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!cleaning.waitFor(CLEANED.toSeconds(), TimeUnit.SECONDS)) {
                cleaning.destroyForcibly();
            }
        } catch (IOException e) {
            throw ModelFailure.notStarted(plan.cleaning().getFirst(), e);
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }
}
