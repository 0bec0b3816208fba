package dev.readback.intent;

import java.util.List;

/**
 * A sentence the phrasebook understands, to measure others against.
 *
 * @param intent its intent's id, such as {@code disk.usage}
 * @param words the sentence, word by word
 * @param gaps where its slots' values stand
 * @param changes whether it changes anything
 * @param runs whether it runs a command; false for what is only answered, such as a greeting
 * @param authored whether a person wrote it so, rather than it being made of a template
 */
public record Example(
        String intent, List<String> words, List<Gap> gaps, boolean changes, boolean runs, boolean authored) {

    public Example {
        words = List.copyOf(words);
        gaps = List.copyOf(gaps);
    }

    /** A slot's value in the sentence: {@code length} words from {@code from} on. */
    public record Gap(String slot, int from, int length) {}

    public String sentence() {
        return String.join(" ", words);
    }

    /** The part of the phrasebook it belongs to, such as {@code disk}. */
    public String domain() {
        return intent.substring(0, Math.max(0, intent.indexOf('.')));
    }
}
