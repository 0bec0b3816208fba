package dev.readback.voice;

import dev.readback.execution.Noted;
import java.time.Instant;
import java.util.UUID;

/** What a {@link Talk} wants done. */
sealed interface Effect {

    record Tell(Telling telling) implements Effect {}

    /** Send sound to the device. */
    record Play(Sound sound) implements Effect {}

    /** Turn a piece of a turn into speech. */
    record Speak(long turn, int piece, String text, Told.Manner manner) implements Effect {}

    /** Make out the words between two moments of the microphone. */
    record Recognise(long from, long upTo, boolean last) implements Effect {}

    record Abandon() implements Effect {}

    /** Act on the person's words. */
    record Request(String words) implements Effect {}

    /** Act on the person's words, unless nobody makes anything of them: then they were conversation, and are kept. */
    record Consider(String words) implements Effect {}

    /** Answer a question with the person's words. */
    record Answer(UUID questionId, String words, Instant begunAt, boolean overOurs) implements Effect {}

    /** A question was played to its end. */
    record Shown(UUID questionId) implements Effect {}

    /**
     * What was sent last was only the beginning. It is cancelled and the whole acted on, unless something was begun that could not be taken back: then the rest alone
     * is.
     *
     * @param onlyLooked whether what it began only looks, so that it may be begun again
     */
    record Join(String whole, String rest, boolean onlyLooked) implements Effect {}

    /** Hear of what happens in a session, and of what happened there after an event. */
    record Follow(UUID sessionId, long after) implements Effect {}

    /** Find out what is open in a session. */
    record LookUp(UUID sessionId) implements Effect {}

    record Keep(Latency latency) implements Effect {}

    /** Find out what serves, and let it get ready as far as it can with what is here. */
    record Look() implements Effect {}

    /** Keep what was said and asks for nothing. */
    record Note(Noted said) implements Effect {}

    /**
     * Ask for a persona for this conversation; the invitations of one conversation are numbered.
     *
     * @param minded whether we hear the person, and so must know when it sounds
     */
    record Invite(int number, PersonaWish wish, boolean minded) implements Effect {}

    /** Hold the persona silent, or let it go on. */
    record HoldPersona(boolean held) implements Effect {}

    /** Take leave of the persona. */
    record Farewell() implements Effect {}

    /** Have somebody hear this conversation, whatever must be got ready for it. */
    record Sit() implements Effect {}
}
