package dev.readback.voice;

import java.time.Duration;

/**
 * When a persona is taken leave of and invited anew. Its prompt slides out of the model's memory after four minutes, the reading of it included, and what it knows
 * of the task grows old; but a renewal costs seconds in which embedded speech serves alone, so it waits for a pause, and no command is worth one by itself.
 */
final class Renewal {

    /** Not a second longer, whoever is talking. */
    static final Duration LONGEST = Duration.ofSeconds(210);

    /** From here on a breath is pause enough. */
    private static final Duration LATE = Duration.ofSeconds(190);

    private static final Duration BREATH = Duration.ofMillis(400);

    /** From here on any pause will do. */
    private static final Duration DUE = Duration.ofSeconds(150);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** A pause in which the person is about something else. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(20);

    private Renewal() {}

    /**
     * Whether now is the time.
     *
     * @param age since it began to read its prompt
     * @param quiet since anybody made a sound
     * @param old whether its prompt tells of a task that has moved on
     * @param other whether another persona is wished for
     */
    static boolean due(Duration age, Duration quiet, boolean old, boolean other) {
        return age.compareTo(LONGEST) >= 0
                || (age.compareTo(LATE) >= 0 && quiet.compareTo(BREATH) >= 0)
                || (age.compareTo(DUE) >= 0 && quiet.compareTo(PAUSE) >= 0)
                || (other && quiet.compareTo(PAUSE) >= 0)
                || (old && quiet.compareTo(LONG_PAUSE) >= 0);
    }
}
