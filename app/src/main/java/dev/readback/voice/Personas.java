package dev.readback.voice;

import java.util.List;

/**
 * Those a person can talk with as on the telephone: a persona listens while it speaks. It never tells what the person said, takes no orders from us and does
 * nothing; it makes conversation beside the ear and the mouth of {@link Speech}. Thread-safe.
 */
public interface Personas {

    /** Nobody is set up. */
    Personas NONE = new Personas() {
        @Override
        public boolean any() {
            return false;
        }

        @Override
        public List<Place> places() {
            return List.of();
        }

        @Override
        public Persona invite(Invitation invitation, Persona.Listener listener) {
            throw new IllegalStateException("there are no personas");
        }
    };

    /** Whether any is set up, reachable or not. */
    boolean any();

    /** Where they are served, as it stands now; for people to read. */
    List<Place> places();

    /**
     * Asks for a persona for one conversation. Returns at once; what becomes of it is told to the listener: first that one waits or that it prepares itself, then
     * that it talks. A persona that is lost is gone; another may be asked for.
     */
    Persona invite(Invitation invitation, Persona.Listener listener);

    /**
     * One server; one conversation at a time.
     *
     * @param name host and port
     * @param state {@code free}, {@code taken}, {@code unreachable}
     * @param say the same as a sentence
     */
    record Place(String name, State state, String say) {}

    /** How a server stands. */
    enum State {
        FREE,
        TAKEN,
        UNREACHABLE
    }

    /**
     * @param session whose task and last outcome it is to know of; empty for a new conversation
     * @param wish who it is to be
     * @param codec and {@code rate}, of the microphone's frames
     * @param plays what its sound is to come as
     * @param minded whether somebody beside minds if it sounds, so that {@link Persona.News.Sounds} is told; else its sound is passed on unopened
     */
    record Invitation(
            java.util.Optional<java.util.UUID> session,
            PersonaWish wish,
            Told.Codec codec,
            int rate,
            Told.Codec plays,
            boolean minded) {}

    /** The rate of a persona's sound where it comes as PCM, in samples a second. */
    int RATE = 24_000;
}
