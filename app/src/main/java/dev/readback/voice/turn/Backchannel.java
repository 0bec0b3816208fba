package dev.readback.voice.turn;

import java.util.List;
import java.util.Set;

/** What people say to show that they listen, not to say something: "uh-huh", "okay", "I see". It ends nobody's turn. */
public final class Backchannel {

    private static final Set<String> SOUNDS = Set.of(
            "uh", "huh", "um", "mm", "mhm", "hmm", "hm", "mmm", "ah", "oh", "er", "ha", "eh", "aha", "okay", "ok",
            "right", "yeah", "yep", "yes", "sure", "good", "great", "nice", "cool", "fine", "well", "so", "wow",
            "really", "indeed");

    private static final Set<List<String>> PHRASES = Set.of(
            List.of("i", "see"),
            List.of("got", "it"),
            List.of("all", "right"),
            List.of("of", "course"),
            List.of("go", "on"),
            List.of("thank", "you"),
            List.of("thanks"));

    private static final int MOST = 3;

    private Backchannel() {}

    /** Whether the words are nothing more than that. */
    public static boolean is(String text) {
        List<String> words = Words.of(text);
        return words.size() <= MOST && (PHRASES.contains(words) || SOUNDS.containsAll(words));
    }
}
