package dev.readback.web;

import java.util.List;
import java.util.Optional;

/**
 * How this Readback is set up and what serves now, for the person to see.
 *
 * @param parts what it stands on and what outside parts add
 * @param phraseErrors what is wrong in the person's own phrase files
 */
public record Overview(List<Setting> settings, List<Part> parts, List<PhraseError> phraseErrors) {

    public Overview {
        settings = List.copyOf(settings);
        parts = List.copyOf(parts);
        phraseErrors = List.copyOf(phraseErrors);
    }

    /**
     * One setting.
     *
     * @param value what counts now; empty for a secret, and where nothing is set and there is no default
     * @param set whether it was set rather than left at its default
     * @param about one sentence
     */
    public record Setting(String name, Optional<String> value, boolean set, boolean secret, String about) {}

    /**
     * One part.
     *
     * @param state {@code ok}, {@code off} where it is not set up, {@code failed}
     * @param say one sentence
     */
    public record Part(String name, String state, String say) {}

    /**
     * Something that can be said.
     *
     * @param intent what it comes to
     * @param domain what it is about
     * @param say an example sentence
     * @param own whether it comes from the person's own phrases
     * @param changes whether it changes something, so that it is asked about
     */
    public record Sentence(String intent, String domain, String say, boolean own, boolean changes) {}

    /** What is wrong in a phrase file, and where. */
    public record PhraseError(String file, int line, String say) {}
}
