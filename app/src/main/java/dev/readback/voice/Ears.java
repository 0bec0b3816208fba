package dev.readback.voice;

import dev.readback.conversation.Source;
import dev.readback.execution.Foresight;
import dev.readback.execution.Request;
import dev.readback.plan.Command;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears one conversation: the microphone's frames, whether they are speech, and the words in them. Recognising goes on beside; all else is confined to one thread. */
final class Ears implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);

    private final VoiceParts parts;
    private final Consumer<Signal> signals;
    private final Recording recording = new Recording();
    private final AtomicLong wanted = new AtomicLong();
    private Optional<Microphone> microphone = Optional.empty();
    private Optional<Speech.Seat> seat = Optional.empty();
    private volatile boolean on;
    private volatile boolean hears;

    Ears(VoiceParts parts, Consumer<Signal> signals) {
        this.parts = parts;
        this.signals = signals;
    }

    void expect(Told.Codec codec, int rate) {
        microphone = Optional.of(parts.microphones().of(codec, rate));
    }

    /** Whether the next frame of the microphone is of use; may be asked by any thread. */
    boolean want() {
        return !on || hears;
    }

    boolean seated() {
        return seat.isPresent();
    }

    /** Whether a place was had. */
    boolean sit() {
        if (seat.isEmpty()) {
            seat = parts.speech().seat();
            hears = seat.isPresent();
        }
        return seat.isPresent();
    }

    /** Where nobody hears, that the microphone is on is all there is to know. */
    void hear(ByteBuffer sent, Consumer<Signal> now) {
        if (seat.isPresent()) {
            microphone.ifPresent(known -> known.add(sent, frame -> frame(frame, now)));
        } else if (!on) {
            now.accept(new Signal.Frame(recording.at(), 0));
        }
        on = true;
    }

    private void frame(float[] frame, Consumer<Signal> now) {
        recording.add(frame);
        double probability =
                seat.map(taken -> (double) taken.activity().probability(frame)).orElse(0.0);
        now.accept(new Signal.Frame(recording.at(), probability));
    }

    /** Makes out the words between two moments, and what they would come to; what was being made out before is dropped. */
    void recognise(Effect.Recognise span, Optional<UUID> session) {
        long number = wanted.incrementAndGet();
        float[] samples = recording.between(span.from(), span.upTo());
        seat.ifPresentOrElse(
                taken -> Thread.ofVirtual()
                        .name("voice-words")
                        .start(() -> recognise(taken.recogniser(), span, samples, session, number)),
                () -> signals.accept(
                        new Signal.Recognised(span.from(), span.upTo(), span.last(), Heard.NOTHING, Foresight.NONE)));
    }

    void abandon() {
        wanted.incrementAndGet();
    }

    private void recognise(
            Recogniser recogniser, Effect.Recognise span, float[] samples, Optional<UUID> session, long number) {
        Heard heard;
        try {
            heard = recogniser.recognise(samples, parts.hints().get(), () -> wanted.get() != number);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.atWarn().setCause(e).log("Speech could not be recognised");
            heard = Heard.NOTHING;
        }
        if (wanted.get() == number) {
            Foresight foresight = foresee(heard, session);
            signals.accept(new Signal.Recognised(span.from(), span.upTo(), span.last(), heard, foresight));
        }
    }

    private Foresight foresee(Heard heard, Optional<UUID> session) {
        if (heard.text().isEmpty()) {
            return Foresight.NONE;
        }
        Request request = new Request(session, List.of(heard.text()), Source.VOICE, Command.LOCAL, Optional.empty());
        try {
            return parts.executions().foresee(request, true);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("What words would come to could not be foreseen");
            return Foresight.NONE;
        }
    }

    @Override
    public void close() {
        abandon();
        seat.ifPresent(Speech.Seat::close);
    }
}
