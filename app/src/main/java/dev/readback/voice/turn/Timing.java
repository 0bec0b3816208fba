package dev.readback.voice.turn;

/**
 * The lengths by which turns are taken, in milliseconds, and how sure one must be that a frame is speech, 0 to 1.
 *
 * @param speech from here on a frame is speech; Silero's own default
 * @param stillSpeech so much is enough once somebody talks
 * @param speechOverOurs so much is needed while we speak, when the frame may be our own echo or a cough
 * @param toBegin speech of this length is a beginning
 * @param toBeginOverOurs the same while we speak
 * @param before kept from before the beginning, so that no consonant is lost
 * @param after kept after the last speech, for the recogniser to see that a word has ended
 * @param pause a silence of this length is worth a look at what was said
 * @param betweenLooks how much more must have been said for another look while it goes on
 * @param nothing a silence after which sound without words is let go
 * @param longest an utterance is taken as ended at this length
 */
public record Timing(
        double speech,
        double stillSpeech,
        double speechOverOurs,
        long toBegin,
        long toBeginOverOurs,
        long before,
        long after,
        long pause,
        long betweenLooks,
        long nothing,
        long longest) {

    public static final Timing USUAL = new Timing(0.5, 0.35, 0.7, 64, 96, 250, 100, 64, 640, 480, 28_000);
}
