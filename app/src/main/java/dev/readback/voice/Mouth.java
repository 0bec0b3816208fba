package dev.readback.voice;

/** Turns a sentence into speech. Blocking; thread-safe. */
public interface Mouth {

    /** Such as {@code kokoro}, {@code flite}. */
    String name();

    /**
     * Says one sentence.
     *
     * @param sentence words as they are to be spoken
     * @param voice one of those that {@link Standing#voices} names for this mouth
     * @param pace 0.5 to 2; 1 is the usual one
     * @throws SpeechFailure {@code synthesis_failed}
     */
    Sound say(String sentence, String voice, double pace);
}
