package dev.readback.agent.local;

import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Preparation;
import dev.readback.agent.RunListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Prints what a trivial command costs: prepare, run and forget, one after another and many at once. Run it by hand. */
final class MeasureLocalAgent {

    private static final int RUNS = 600;

    private MeasureLocalAgent() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("measure");
        LocalAgent agent =
                new LocalAgent(new LocalSettings(folder.resolve("runs"), folder, "somebody", Optional.empty()));
        oneAfterAnother(agent, "warming up");
        oneAfterAnother(agent, "one after another");
        atOnce(agent, 16);
        atOnce(agent, 100);
    }

    private static void oneAfterAnother(LocalAgent agent, String title) {
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            nanos[i] = once(agent);
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: run() median %.1f ms, 95%% %.1f ms, worst %.1f ms%n",
                title,
                nanos[RUNS / 2] / 1e6,
                nanos[RUNS * 95 / 100] / 1e6,
                nanos[RUNS - 1] / 1e6);
    }

    private static void atOnce(LocalAgent agent, int many) throws InterruptedException {
        Semaphore places = new Semaphore(many);
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < RUNS; i++) {
                places.acquire();
                threads.execute(() -> {
                    once(agent);
                    places.release();
                });
            }
        }
        System.out.printf(Locale.ROOT, "%d at once: %.0f a second%n", many, RUNS * 1e9 / (System.nanoTime() - began));
    }

    private static long once(LocalAgent agent) {
        CommandLine line = new CommandLine("df -h /", "local", Optional.of(List.of("df", "-h", "/")), List.of("df"));
        if (!(agent.prepare(line) instanceof Preparation.Ready ready)) {
            throw new IllegalStateException("df is missing");
        }
        Assignment assignment = new Assignment(
                UUID.randomUUID(), UUID.randomUUID(), line.line(), ready.invocation(), Duration.ofSeconds(30));
        long began = System.nanoTime();
        agent.run(assignment, RunListener.NONE, Asker.NOBODY);
        long ended = System.nanoTime();
        agent.forget(assignment.runId());
        return ended - began;
    }
}
