package dev.readback.web;

import dev.readback.voice.Persona;
import dev.readback.voice.Personas;
import java.util.List;

/** Personas at the places a test lists; none can be invited. */
final class ListedPersonas implements Personas {
    volatile List<Place> places = List.of();

    @Override
    public boolean any() {
        return !places.isEmpty();
    }

    @Override
    public List<Place> places() {
        return places;
    }

    @Override
    public Persona invite(Invitation invitation, Persona.Listener listener) {
        throw new IllegalStateException("nobody is to be invited here");
    }
}
