package dev.readback.voice.personaplex;

import dev.readback.voice.Persona.News.Says;
import java.util.Optional;

/**
 * Cuts what a persona says into utterances. One has ended when no words came for a while and it cannot be heard: a server marks no ends. Time is counted in its
 * packets of 80 ms. Not thread-safe.
 */
final class Utterance {

    /** 640 ms without words … */
    private static final int WORDLESS = 8;

    /** … and 320 ms of quiet. */
    private static final int QUIET = 4;

    private final StringBuilder text = new StringBuilder();
    private int wordless;

    /** More of it. */
    Optional<Says> words(String more) {
        if (more.isEmpty() || (text.isEmpty() && more.isBlank())) {
            return Optional.empty();
        }
        text.append(more);
        wordless = 0;
        return Optional.of(new Says(text.toString().strip(), false));
    }

    /**
     * A packet of its sound has come.
     *
     * @param quietFor how many have been quiet, up to this one
     */
    Optional<Says> packet(int quietFor) {
        wordless++;
        return wordless >= WORDLESS && quietFor >= QUIET ? end() : Optional.empty();
    }

    /** It ends here. */
    Optional<Says> end() {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Says whole = new Says(text.toString().strip(), true);
        text.setLength(0);
        return Optional.of(whole);
    }
}
