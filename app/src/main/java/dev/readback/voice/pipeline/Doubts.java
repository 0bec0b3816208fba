package dev.readback.voice.pipeline;

/** Tells words that were made up from sound that was none. */
final class Doubts {

    /** What is said clearly stands above 0.8; what is made of noise below this, measured. */
    private static final double LEAST = 0.3;

    private Doubts() {}

    static boolean nothing(Transcript transcript) {
        return transcript.sure() < LEAST;
    }
}
