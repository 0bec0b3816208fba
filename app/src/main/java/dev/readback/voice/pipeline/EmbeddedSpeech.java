package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import dev.readback.failure.Failure;
import dev.readback.voice.Mouth;
import dev.readback.voice.Speech;
import dev.readback.voice.Standing;
import dev.readback.voice.Standing.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speech by models in this process and by programs of this machine. Nothing is loaded before {@link #prepare}; what cannot be had is said in the {@link
 * Standing} and thrown nowhere. A program speaks until the better voice is there. Thread-safe; holds native memory until closed.
 */
public final class EmbeddedSpeech implements Speech, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSpeech.class);

    private static final int CORES_FOR_VOICE = 4;
    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(1);

    private final Weights weights;
    private final Supplier<OptionalLong> freeMemory;
    private final List<String> phrases;
    private final int cores;
    private final Standings standings = new Standings();
    private @Nullable Thread preparing;
    private @Nullable Ear ear;
    private @Nullable Speaking speaking;
    private boolean closed;

    /** Whether it is known that the better voice serves, or that it is too slow. Only used by the preparing thread, of which there is one at a time. */
    private volatile boolean voiceSettled;

    /** Whether it is left alone until somebody talks. */
    private volatile boolean voiceWaits;

    private volatile boolean mayFetch;

    /** When there was no getting an ear, by {@link System#nanoTime}. */
    private volatile Optional<Long> failed = Optional.empty();

    /** @param phrases sentences that are said often; they are made ahead */
    public EmbeddedSpeech(Weights weights, List<String> phrases) {
        this(
                weights,
                phrases,
                Memory.ofThisMachine()::free,
                Runtime.getRuntime().availableProcessors());
    }

    EmbeddedSpeech(Weights weights, List<String> phrases, Supplier<OptionalLong> freeMemory, int cores) {
        this.weights = weights;
        this.phrases = List.copyOf(phrases);
        this.freeMemory = freeMemory;
        this.cores = cores;
    }

    @Override
    public Standing standing() {
        return standings.now();
    }

    @Override
    public synchronized void prepare(boolean fetch) {
        mayFetch |= fetch;
        boolean all = ear != null && (voiceSettled || (voiceWaits && !mayFetch));
        if (!closed && !all && !justFailed() && (preparing == null || !preparing.isAlive())) {
            preparing = Thread.ofVirtual().name("speech").start(this::getReady);
        }
    }

    /** Whoever is told that nothing hears asks again at once; what has just failed would fail again. */
    private boolean justFailed() {
        return failed.isPresent() && System.nanoTime() - failed.get() < UNTIL_TRIED_AGAIN.toNanos();
    }

    private void getReady() {
        Room room = Room.in(freeMemory.get());
        if (room == Room.NONE) {
            failed = Optional.of(System.nanoTime());
            standings.neither("There is too little free memory here for speech: it takes one gigabyte.");
            return;
        }
        if (!speaks()) {
            ProgramMouth.installed().map(Speaking::program).ifPresent(this::speak);
            rehearse();
        }
        if (!hears() && !earIsHere() && !mayFetch) {
            standings.ear(new Part.Dormant("What is needed to hear you is fetched once, when you first talk."));
            return;
        }
        if (!hears()) {
            getEar(room);
        }
        getBetterVoice(room);
    }

    private boolean earIsHere() {
        return weights.file("vocabulary", "llama-tokenizer.js").isPresent()
                && weights.file("voice-activity", "silero_vad_v6.onnx").isPresent();
    }

    /** Where something speaks already, a machine of few cores is spared a hundred megabytes for a voice it could not keep up with. */
    private void getBetterVoice(Room room) {
        boolean here = weights.file("voice", "kokoro-quantized.onnx").isPresent();
        boolean wanted = !speaks() || cores >= CORES_FOR_VOICE;
        if (voiceSettled) {
            return;
        }
        if (here || (wanted && mayFetch)) {
            getVoice(room);
            rehearse();
        } else if (wanted) {
            voiceWaits = true;
            mute("The embedded voice is fetched when you first talk.");
        } else {
            voiceSettled = true;
        }
    }

    private synchronized boolean hears() {
        return ear != null;
    }

    private synchronized boolean speaks() {
        return speaking != null;
    }

    private void getEar(Room room) {
        String say = "The recogniser is being got ready.";
        standings.ear(new Part.Preparing(say, 0, 0));
        try {
            hear(new EarLoading(weights, (done, total) -> standings.ear(new Part.Preparing(say, done, total)), cores)
                    .load(room));
        } catch (Failure e) {
            LOG.warn("No recogniser", e);
            failed = Optional.of(System.nanoTime());
            standings.ear(new Part.Absent(e.say()));
        } catch (OrtException | IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.warn("No recogniser", e);
            failed = Optional.of(System.nanoTime());
            standings.ear(new Part.Absent(why("The recogniser", e)));
        }
    }

    private void getVoice(Room room) {
        if (room != Room.PLENTY) {
            mute("There is too little free memory for the embedded voice.");
            return;
        }
        String say = "The voice is being got ready.";
        try {
            Optional<Speaking> better =
                    new KokoroLoading(weights, (done, total) -> preparingVoice(say, done, total), cores).load();
            better.ifPresentOrElse(this::speak, () -> mute("This machine is too slow for the embedded voice."));
            voiceSettled = true;
        } catch (Failure e) {
            LOG.warn("No embedded voice", e);
            mute(e.say());
        } catch (OrtException | IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.warn("No embedded voice", e);
            mute(why("The embedded voice", e));
        }
    }

    /** Only where nothing speaks meanwhile. */
    private void preparingVoice(String say, long done, long total) {
        if (!speaks()) {
            standings.mouth(new Part.Preparing(say, done, total), List.of());
        }
    }

    /** The embedded voice will not speak; a program may go on. */
    private void mute(String why) {
        if (!speaks()) {
            standings.mouth(
                    new Part.Absent(why + " Installing flite or espeak-ng would give this machine one."), List.of());
        }
    }

    private static String why(String what, Throwable e) {
        return switch (e) {
            case LinkageError missing -> what + " does not run on this kind of machine.";
            case OutOfMemoryError full -> what + " does not fit into the memory here.";
            case IOException unread -> what + " cannot be read from the disk.";
            default -> what + " cannot be loaded: its files may be damaged.";
        };
    }

    private synchronized void hear(Ear loaded) {
        if (closed) {
            loaded.close();
            return;
        }
        ear = loaded;
        standings.seats(loaded.seats(), 0);
        standings.ear(new Part.Ready(loaded.name(), "I hear you with " + loaded.name() + "."));
    }

    private synchronized void speak(Speaking better) {
        if (closed) {
            better.end().run();
            return;
        }
        speaking = better;
        standings.mouth(new Part.Ready(better.name(), "I speak with " + better.name() + "."), better.voices());
    }

    private void rehearse() {
        current().ifPresent(now -> now.rehearse(phrases));
    }

    private synchronized Optional<Speaking> current() {
        return Optional.ofNullable(speaking);
    }

    @Override
    public Subscription follow(Consumer<Standing> follower) {
        return standings.follow(follower);
    }

    @Override
    public Optional<Seat> seat() {
        Ear hears = heard();
        if (hears == null) {
            return Optional.empty();
        }
        Optional<Seat> seat = hears.seat(() -> standings.seats(hears.seats(), hears.taken()));
        standings.seats(hears.seats(), hears.taken());
        return seat;
    }

    private synchronized @Nullable Ear heard() {
        return ear;
    }

    @Override
    public Optional<Mouth> mouth() {
        return current().map(Speaking::mouth);
    }

    /** What is being loaded, said or heard is ended first: the runtime must not be working when the process ends. */
    @Override
    public void close() {
        endPreparing();
        Ear hears;
        Speaking speaks;
        synchronized (this) {
            hears = ear;
            speaks = speaking;
            ear = null;
            speaking = null;
        }
        if (hears != null) {
            hears.close();
        }
        if (speaks != null) {
            speaks.end().run();
        }
    }

    private void endPreparing() {
        Thread begun;
        synchronized (this) {
            closed = true;
            begun = preparing;
        }
        if (begun == null) {
            return;
        }
        begun.interrupt();
        try {
            begun.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
