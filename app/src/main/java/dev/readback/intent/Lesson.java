package dev.readback.intent;

/** What comes of the wish to teach a sentence. */
public sealed interface Lesson {

    /**
     * It can be learnt.
     *
     * @param phrase the sentence
     * @param line the command line it would stand for
     * @param entry the entry as it would be written, YAML
     * @param file the whole text of {@link TaughtFile#NAME} with it
     */
    record Learnable(String phrase, String line, String entry, String file) implements Lesson {}

    /** It cannot; {@code say} tells why. */
    record Refused(String say) implements Lesson {}
}
