package dev.readback.voice;

import dev.readback.voice.Telling.PersonaIs;
import dev.readback.voice.Telling.PersonaState;
import java.time.Duration;
import java.time.Instant;

/** How far a persona is with us; one record a stage. */
sealed interface Presence {

    /** What the person's device is told of it. */
    PersonaIs told(boolean held);

    /**
     * There is none.
     *
     * @param why a sentence where one was lost; else blank
     */
    record Away(String why) implements Presence {
        static final Away PLAINLY = new Away("");

        @Override
        public PersonaIs told(boolean held) {
            return new PersonaIs(PersonaState.ABSENT, why, 0, 0, "");
        }
    }

    /** Asked for, and nothing heard of it yet. */
    record Invited() implements Presence {
        @Override
        public PersonaIs told(boolean held) {
            return new PersonaIs(PersonaState.PREPARING, "PersonaPlex is being called.", 0, 0, "");
        }
    }

    /** @param place 1 for who is next */
    record Queued(int place) implements Presence {
        @Override
        public PersonaIs told(boolean held) {
            String who = place == 1 ? "you are next" : "you are number " + place;
            String say = "All speech models are taken; " + who + ". Until then I talk with you alone.";
            return new PersonaIs(PersonaState.WAITING, say, place, 0, "");
        }
    }

    /** @param since when it began to read its prompt */
    record Preparing(Instant since, Duration expected) implements Presence {
        @Override
        public PersonaIs told(boolean held) {
            long seconds = Math.max(1, Math.round(expected.toMillis() / 1000.0));
            String say = "PersonaPlex is getting ready, which takes about " + seconds
                    + (seconds == 1 ? " second." : " seconds.");
            return new PersonaIs(PersonaState.PREPARING, say, 0, expected.toMillis(), "");
        }
    }

    /** @param since when it began to read its prompt: from there its memory runs */
    record Present(Instant since, String voice) implements Presence {
        @Override
        public PersonaIs told(boolean held) {
            return held
                    ? new PersonaIs(PersonaState.HELD, "PersonaPlex is silent for the moment.", 0, 0, voice)
                    : new PersonaIs(PersonaState.TALKING, "PersonaPlex listens and talks.", 0, 0, voice);
        }
    }
}
