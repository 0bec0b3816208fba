package dev.readback.voice;

import dev.readback.execution.EventLog;
import dev.readback.execution.Execution;
import dev.readback.execution.Foresight;
import dev.readback.execution.Milestones.Milestone;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What reaches a {@link Talk}. */
sealed interface Signal {

    /**
     * A frame of the microphone.
     *
     * @param at its end, in milliseconds of the microphone
     */
    record Frame(long at, double probability) implements Signal {}

    record FromDevice(Told told) implements Signal {}

    /** Something happened in the session. */
    record Happened(EventLog.Numbered event) implements Signal {}

    /** Words were made out, between two moments of the microphone. */
    record Recognised(long from, long upTo, boolean last, Heard heard, Foresight foresight) implements Signal {}

    /** A piece of a turn can be played. */
    record Spoken(long turn, int piece, Sound sound) implements Signal {}

    /** A piece of a turn could not be turned into speech. */
    record NotSpoken(long turn, String why) implements Signal {}

    /** Words became an execution. */
    record Begun(String words, Execution execution) implements Signal {}

    /** An execution is cancelled because its words were only the beginning. */
    record TakenBack(UUID executionId) implements Signal {}

    /** An answer has found its question. */
    record AnswerTaken(Execution execution) implements Signal {}

    /** Words were not taken. */
    record Refused(String say) implements Signal {}

    /** What is open in the session at the moment. */
    record Stands(Optional<Execution> current) implements Signal {}

    /** Something was kept, in this session; it began with it where there was none. */
    record Noted(UUID sessionId) implements Signal {}

    /** Something has become of the persona of one of our invitations. */
    record FromPersona(int invitation, Persona.News news) implements Signal {}

    record Passed(UUID executionId, Milestone milestone, Instant at) implements Signal {}

    /**
     * What serves.
     *
     * @param seated whether somebody hears this conversation
     * @param wanted whether a place was asked for just now
     */
    record Serves(Standing standing, boolean seated, boolean wanted) implements Signal {}

    /** What serves on this machine is another than before. */
    record SpeechChanged() implements Signal {}

    /** The device is gone; nothing follows. */
    record Left() implements Signal {}

    /** Time has passed. */
    record Tick() implements Signal {}
}
