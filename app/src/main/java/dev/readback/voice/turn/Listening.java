package dev.readback.voice.turn;

import dev.readback.execution.Foresight.Completeness;
import java.util.List;

/** What the microphone of one conversation is taken for at the moment. A value; one state a file. */
public sealed interface Listening permits Quiet, Voicing, Pausing, Pressed, Released {

    /** Nobody has said anything yet. */
    Listening BEGINNING = Quiet.NOTHING;

    /** What follows from something sensed. */
    Step next(Sensed sensed, Timing timing, EndOfTurn end);

    /** Whether the person is in the middle of something. */
    boolean midst();

    /**
     * The state that follows, and what is to be done.
     *
     * @param acts in this order
     */
    record Step(Listening listening, List<Act> acts) {

        static Step to(Listening listening, Act... acts) {
            return new Step(listening, List.of(acts));
        }
    }

    /** What is sensed. */
    sealed interface Sensed {

        /**
         * A frame of the microphone.
         *
         * @param at the end of the frame
         * @param probability that it is speech
         * @param overOurs whether our own voice was sounding
         */
        record Frame(long at, double probability, boolean overOurs) implements Sensed {}

        /**
         * Words were made out.
         *
         * @param from the beginning of what was looked at
         * @param upTo its end
         * @param last whether it was looked at because of a silence after it
         */
        record Recognised(long from, long upTo, boolean last, String text, Completeness completeness)
                implements Sensed {}

        /** The button to talk went down. */
        record ButtonDown(long at) implements Sensed {}

        /** And up. */
        record ButtonUp(long at) implements Sensed {}
    }

    /** What is to be done. */
    sealed interface Act {

        /**
         * Somebody began to talk.
         *
         * @param overOurs while we did
         */
        record Began(long at, boolean overOurs) implements Act {}

        /** What was said between these is to be made out. */
        record Recognise(long from, long upTo, boolean last) implements Act {}

        /** What is being made out is of no use any more. */
        record Abandon() implements Act {}

        /**
         * Somebody ended.
         *
         * @param began when the speech began
         * @param ended when it ended
         */
        record Ended(long began, long ended, String text) implements Act {}

        /** What seemed to be speech was none. */
        record WasNothing() implements Act {}
    }
}
