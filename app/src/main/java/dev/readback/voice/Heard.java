package dev.readback.voice;

import java.util.List;

/**
 * What a recogniser made of speech.
 *
 * @param text the words with the recogniser's punctuation; empty where there were none
 * @param doubtful the words of {@code text} it was not sure of, as they stand there, in order
 */
public record Heard(String text, List<String> doubtful) {

    public static final Heard NOTHING = new Heard("", List.of());

    public Heard {
        text = text.strip();
        doubtful = List.copyOf(doubtful);
    }
}
