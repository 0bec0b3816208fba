package dev.readback.voice.personaplex;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the model server for as long as it is wanted: starts it, waits until it answers, starts it again when it dies or hangs, ends it and all it
 * started. What is done when is {@link ModelWatch}'s to say. {@link #run} is for one thread; {@link #close} may come from any.
 */
public final class ModelServer implements AutoCloseable {

    private static final ModelWatch.Event SILENT = new ModelWatch.Event.Silent();

    private final LaunchPlan plan;
    private final ModelOutput output;
    private final ModelTold told;
    private final InstantSource clock;
    private final ModelRhythm rhythm;
    private final ModelPorts ports = ModelPorts.ofThisMachine();
    private final ModelProbe probe;
    private final URI address;

    private @Nullable ModelProcess process;
    private boolean hung;
    private boolean closed;
    private Instant lastTold;

    ModelServer(LaunchPlan plan, ModelOutput output, ModelTold told, InstantSource clock, ModelRhythm rhythm) {
        this.plan = plan;
        this.output = output;
        this.told = told;
        this.clock = clock;
        this.rhythm = rhythm;
        probe = new ModelProbe(rhythm.answer());
        address = URI.create("ws://127.0.0.1:" + plan.port());
        lastTold = clock.instant();
    }

    /**
     * Runs it until {@link #close}.
     *
     * @throws ModelFailure when there is no use in starting it again, or when it listens where it must not
     */
    public void run() throws InterruptedException {
        told.say(plan.say());
        start();
        ModelWatch watch = ModelWatch.started(clock.instant());
        try {
            while (!isClosed()) {
                ModelWatch.Next next = watch.next(event(watch), clock.instant());
                watch = next.watch();
                act(next.act());
                tell(watch);
            }
        } finally {
            close();
        }
    }

    private ModelWatch.Event event(ModelWatch watch) throws InterruptedException {
        Duration step = watch.phase() == ModelWatch.Phase.READY ? rhythm.ready() : rhythm.loading();
        Optional<ModelProcess> running = running();
        if (running.isEmpty()) {
            Thread.sleep(rhythm.loading());
            return SILENT;
        }
        if (running.get().ended(step)) {
            return died(running.get());
        }
        return running.get().listens(ports) && probe.look(address) instanceof ModelProbe.Found.ItIs
                ? new ModelWatch.Event.Answered()
                : SILENT;
    }

    private ModelWatch.Event died(ModelProcess dead) {
        ModelDeath death = hung ? ModelDeath.hung() : ModelDeath.of(dead.status(), output.last());
        hung = false;
        dead.end(); // What it started may be left.
        forget();
        return new ModelWatch.Event.Died(death);
    }

    private void act(ModelWatch.Act act) {
        switch (act) {
            case ModelWatch.Act.Wait wait -> {}
            case ModelWatch.Act.TellReady ready -> told.ready(plan.port());
            case ModelWatch.Act.Start start -> start();
            case ModelWatch.Act.End end -> {
                hung = true;
                running().ifPresent(ModelProcess::end);
            }
            case ModelWatch.Act.Rest rest ->
                sayUnlessClosed(rest.death().sentence() + " It is started again in "
                        + rest.after().toSeconds() + " s.");
            case ModelWatch.Act.GiveUp giveUp -> giveUp(giveUp.sentence());
        }
    }

    private void giveUp(String sentence) {
        if (!isClosed()) {
            throw ModelFailure.gaveUp(sentence);
        }
    }

    private void sayUnlessClosed(String sentence) {
        if (!isClosed()) {
            told.say(sentence);
        }
    }

    private void tell(ModelWatch watch) {
        Instant now = clock.instant();
        if (watch.phase() == ModelWatch.Phase.LOADING && !now.isBefore(lastTold.plus(rhythm.tell()))) {
            lastTold = now;
            told.progress(output.stage() + ", " + elapsed(Duration.between(watch.since(), now)));
        }
    }

    private static String elapsed(Duration time) {
        return time.toMinutes() == 0
                ? time.toSeconds() + " s"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    private synchronized void start() {
        if (!closed) {
            output.clear();
            process = ModelProcess.start(plan, output::line);
        }
    }

    private synchronized Optional<ModelProcess> running() {
        return Optional.ofNullable(process);
    }

    private synchronized void forget() {
        process = null;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Ends it and all it started. */
    @Override
    public void close() {
        Optional<ModelProcess> ending;
        synchronized (this) {
            ending = running();
            closed = true;
        }
        ending.ifPresent(ModelProcess::end);
        probe.close();
    }
}
