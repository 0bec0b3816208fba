package dev.readback.voice;

import java.nio.ByteBuffer;
import java.time.Duration;

/** One persona in one conversation, from its invitation until closed or lost. Everything returns at once. Thread-safe. */
public interface Persona extends AutoCloseable {

    /** A frame of the microphone, in the codec of the invitation; dropped while it does not talk yet. Where none come, it hears silence. */
    void hear(ByteBuffer frame);

    /**
     * Holds it silent, or lets it go on: while held it hears silence, and nothing it says comes out. When this returns, no more sound of it will be given to the
     * listener. Let go, it is heard again from its next pause on, or after a second and a half.
     */
    void hold(boolean held);

    @Override
    void close();

    /** Is told what becomes of it, by one thread at a time, in order; must be quick. Nothing is told after {@link #close}. */
    interface Listener {

        /** One packet of its voice: Opus of 80 ms (RFC 6716), or PCM of 16 bits, little-endian, mono, at {@link Personas#RATE}. */
        void sound(ByteBuffer packet);

        void news(News news);
    }

    /** What becomes of a persona. */
    sealed interface News {

        /**
         * All servers are taken.
         *
         * @param place 1 for who is next
         */
        record Waiting(int place) implements News {}

        /**
         * It reads its prompt.
         *
         * @param expected how long that will take, by what it took before
         */
        record Preparing(Duration expected) implements News {}

        /** It listens and talks from now on. */
        record Talking(String voice) implements News {}

        /** Its voice can be heard from now on, or cannot any more. */
        record Sounds(boolean sounds) implements News {}

        /**
         * Words of its own: the assistant's, never the person's.
         *
         * @param text all of the utterance as far as it goes
         * @param whole whether it has ended
         */
        record Says(String text, boolean whole) implements News {}

        /**
         * It is gone.
         *
         * @param code stable, such as {@code persona_refused}
         * @param again whether another may be asked for soon
         */
        record Lost(String code, String say, boolean again) implements News {}
    }
}
