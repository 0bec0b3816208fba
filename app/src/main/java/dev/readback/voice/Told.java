package dev.readback.voice;

import java.util.Optional;
import java.util.UUID;

/** What a person's device tells us, beside the sound of its microphone. The order of these and the sound is the order in which they happened there. */
public sealed interface Told {

    /**
     * The first word of a connection.
     *
     * @param codec what the microphone's frames are
     * @param rate samples a second of PCM frames, 8,000 to 48,000
     * @param heardUpTo number of the last thing we said that was played to its end; what came later is said now; empty when nothing was
     * @param manner how it wants to be talked with
     * @param plays what of a persona's sound it can play; empty where it takes none, and then there is no persona
     */
    record Hello(Codec codec, int rate, Optional<Long> heardUpTo, Manner manner, Optional<Codec> plays)
            implements Told {
        /** One that takes no persona. */
        public Hello(Codec codec, int rate, Optional<Long> heardUpTo, Manner manner) {
            this(codec, rate, heardUpTo, manner, Optional.empty());
        }
    }

    /** The manner of talking was changed. */
    record Changed(Manner manner) implements Told {}

    /** Words that were typed while talking. */
    record Typed(String text) implements Told {}

    /** An answer that was tapped. */
    record Answered(UUID questionId, String text) implements Told {}

    /** The person wants quiet, or to say something: what is being said ends. */
    record BargeIn() implements Told {}

    /** What we sent begins to sound there. */
    record Playing(long turn) implements Told {}

    /**
     * So much of what we sent has sounded.
     *
     * @param ms from its beginning
     * @param toTheEnd whether that is all of it
     */
    record Played(long turn, long ms, boolean toTheEnd) implements Told {}

    /** The microphone was switched off or on. */
    record Muted(boolean muted) implements Told {}

    /** The button to talk went down or up; only where hands are not free. */
    record Pressed(boolean down) implements Told {}

    /** The question stands before the person's eyes, with its object and host. */
    record Shown(UUID questionId) implements Told {}

    /** The person wants to hear how we speak; it is no part of the conversation. */
    record Sample(String text) implements Told {}

    /** Frames of the microphone. */
    enum Codec {
        /** 16 bits, little-endian, mono. */
        PCM16,
        /** One Opus packet of 20 ms, mono, a message. */
        OPUS
    }

    /**
     * How somebody wants to be talked with.
     *
     * @param speaker who says our words: the server's mouth, the browser's own, or nobody
     * @param voice of the server's mouth; empty for its usual one
     * @param pace 0.5 to 2
     * @param handsFree whether the ends of what is said are found by listening; else the button tells
     * @param persona who is to make conversation beside; empty for nobody
     */
    record Manner(
            Speaker speaker, Optional<String> voice, double pace, boolean handsFree, Optional<PersonaWish> persona) {
        /** Without a persona. */
        public Manner(Speaker speaker, Optional<String> voice, double pace, boolean handsFree) {
            this(speaker, voice, pace, handsFree, Optional.empty());
        }
    }

    /** Who says our words. */
    enum Speaker {
        SERVER,
        BROWSER,
        NOBODY
    }
}
