package dev.readback.voice;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One persona that comes at once and says what the test says. */
final class ScriptedPersonas implements Personas {

    final AtomicInteger heard = new AtomicInteger();
    volatile Optional<Persona.Listener> listener = Optional.empty();
    volatile boolean held;
    volatile boolean left;

    @Override
    public boolean any() {
        return true;
    }

    @Override
    public List<Place> places() {
        return List.of();
    }

    @Override
    public Persona invite(Invitation invitation, Persona.Listener told) {
        listener = Optional.of(told);
        told.news(new Persona.News.Talking("NATM1"));
        return new Persona() {
            @Override
            public void hear(ByteBuffer frame) {
                heard.incrementAndGet();
            }

            @Override
            public void hold(boolean hold) {
                held = hold;
            }

            @Override
            public void close() {
                left = true;
            }
        };
    }

    void says(String text) {
        Persona.Listener told = listener.orElseThrow();
        told.news(new Persona.News.Says(text, true));
        told.sound(ByteBuffer.wrap(new byte[10]));
    }
}
