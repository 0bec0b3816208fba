package dev.readback.voice;

import dev.readback.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What we tell a person's device, beside the sound of our voice. */
public sealed interface Telling {

    /** Both sides know each other; sent once after {@link Told.Hello}, and again when what serves changes. */
    record Ready(Optional<UUID> sessionId, Standing standing, Told.Speaker speaker) implements Telling {}

    /**
     * What goes on.
     *
     * @param say the same in words, for the page to show
     */
    record StateIs(State state, String say) implements Telling {}

    /** What goes on in a spoken conversation. */
    enum State {
        PREPARING,
        LISTENING,
        THINKING,
        ASKING,
        RUNNING,
        SPEAKING,
        BUSY
    }

    /**
     * What was heard of the person.
     *
     * @param isFinal whether it counts; else it may still change. Final and empty: it was nothing
     */
    record WasHeard(String text, boolean isFinal, List<String> doubtful) implements Telling {}

    /** The words became an execution, or one of this conversation moved on. */
    record Moved(UUID sessionId, UUID executionId, String state) implements Telling {}

    /** The question that is open now; empty when none is any more. */
    record Open(Optional<Question> question) implements Telling {}

    /**
     * We say something. The sound that follows, until the {@link SaidAll} of the same turn, is this.
     *
     * @param turn number of the event it comes from, for {@link Told.Hello#heardUpTo}; below zero for what is no part of the record
     * @param rate samples a second of the sound, PCM of 16 bits, little-endian, mono; 0 where the browser is to speak it
     */
    record Say(long turn, String text, int rate) implements Telling {}

    /** All sound of a turn has been sent. */
    record SaidAll(long turn) implements Telling {}

    /** Hold the sound where it is: somebody may be talking. */
    record Hold(long turn) implements Telling {}

    /** Nobody was: go on where it was held. */
    record GoOn(long turn) implements Telling {}

    /** Drop the rest of the sound. */
    record Hush(long turn) implements Telling {}

    /** How long one turn took. */
    record Took(Latency latency) implements Telling {}

    /** Something was lost, and something else serves now. */
    record Fallback(String lost, String serves, String say) implements Telling {}

    /**
     * How the persona stands.
     *
     * @param say the same in words, for the page to show
     * @param place in the queue, 1 for who is next; 0 where nobody waits
     * @param expectedMs how long it will still prepare itself; 0 where that is not known
     * @param voice such as {@code NATM1}; empty while none was chosen
     */
    record PersonaIs(PersonaState state, String say, int place, long expectedMs, String voice) implements Telling {}

    /** What a persona does. */
    enum PersonaState {
        /** There is none, or none is wanted: embedded speech serves alone. */
        ABSENT,
        /** All are taken. */
        WAITING,
        /** It reads its prompt; embedded speech serves meanwhile. */
        PREPARING,
        /** It listens and talks. */
        TALKING,
        /** It is held silent while we say something ourselves, or a question is open. What of its sound has not been played yet is to be dropped. */
        HELD
    }

    /**
     * What the persona says by itself: conversation, never a result.
     *
     * @param whole whether it has ended
     */
    record PersonaSays(String text, boolean whole) implements Telling {}

    /** Something went wrong; the conversation goes on. */
    record Trouble(String code, String say) implements Telling {}
}
