package dev.readback.voice.personaplex;

import java.util.Optional;

/** Whether a persona can be heard, by the loudness of its packets. Not thread-safe. */
final class Loudness {

    /** Root of the mean square, of full: −40 dB. */
    private static final double HEARD = 0.01;

    private static final double QUIET = 0.006;

    /** 320 ms: shorter than the pause between two utterances, longer than one between words. */
    private static final int HANGOVER = 4;

    private boolean sounds;
    private int quietFor;

    /** What has changed by a packet. */
    Optional<Boolean> packet(double loudness) {
        quietFor = loudness < (sounds ? QUIET : HEARD) ? quietFor + 1 : 0;
        return became(sounds ? quietFor < HANGOVER : quietFor == 0);
    }

    /** It is not let through any more. */
    Optional<Boolean> cutOff() {
        return became(false);
    }

    /** Whether it can be heard, or could until just now. */
    boolean sounds() {
        return sounds;
    }

    /** How many packets were quiet, up to the last. */
    int quietFor() {
        return quietFor;
    }

    private Optional<Boolean> became(boolean now) {
        boolean changed = now != sounds;
        sounds = now;
        return changed ? Optional.of(now) : Optional.empty();
    }
}
