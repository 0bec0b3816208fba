package dev.readback.voice;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The persona of one conversation, between the person's device and its server. Sound passes it by in both directions without waiting for the conversation's
 * thread; what becomes of it is told there. Thread-safe.
 */
final class Company implements AutoCloseable {

    private final Personas personas;
    private final Line line;
    private final Consumer<Signal> signals;
    private volatile Optional<Told.Hello> device = Optional.empty();
    private volatile @Nullable Persona present;
    private volatile boolean muted;
    private boolean closed;

    Company(Personas personas, Line line, Consumer<Signal> signals) {
        this.personas = personas;
        this.line = line;
        this.signals = signals;
    }

    /** The device's hello, without what there is nobody for. */
    Told.Hello expect(Told.Hello hello) {
        Told.Hello known =
                personas.any() ? hello : new Told.Hello(hello.codec(), hello.rate(), hello.heardUpTo(), hello.manner());
        device = Optional.of(known);
        return known;
    }

    /** A frame of the microphone, as it came. */
    void hear(ByteBuffer frame) {
        Persona persona = present;
        if (persona != null && !muted) {
            persona.hear(frame);
        }
    }

    synchronized void invite(Effect.Invite invite, Optional<UUID> session) {
        leave();
        if (!closed) {
            Told.Hello hello = device.orElseThrow();
            present = personas.invite(
                    new Personas.Invitation(
                            session,
                            invite.wish(),
                            hello.codec(),
                            hello.rate(),
                            hello.plays().orElseThrow(),
                            invite.minded()),
                    new Ear(invite.number()));
        }
    }

    /** What a muted microphone sends all the same is not heard. */
    void mute(boolean to) {
        muted = to;
    }

    void hold(boolean held) {
        Persona persona = present;
        if (persona != null) {
            persona.hold(held);
        }
    }

    synchronized void leave() {
        Persona persona = present;
        present = null;
        if (persona != null) {
            persona.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        leave();
    }

    private final class Ear implements Persona.Listener {
        private final int number;

        private Ear(int number) {
            this.number = number;
        }

        @Override
        public void sound(ByteBuffer packet) {
            line.persona(packet);
        }

        @Override
        public void news(Persona.News news) {
            signals.accept(new Signal.FromPersona(number, news));
        }
    }
}
