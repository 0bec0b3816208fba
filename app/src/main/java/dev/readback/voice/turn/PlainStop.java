package dev.readback.voice.turn;

import java.util.List;
import java.util.Set;

/** Words that want us to be quiet, or that say no: what alone counts while we speak. */
public final class PlainStop {

    private static final Set<String> FIRST =
            Set.of("no", "nope", "stop", "cancel", "quiet", "don't", "wait", "hush", "enough");
    private static final Set<String> WITH = Set.of(
            "no", "it", "that", "please", "now", "be", "do", "not", "stop", "thanks", "don't", "wait", "talking",
            "quiet");
    private static final Set<String> BEFORE = Set.of("please", "okay", "ok", "be", "oh", "hey");
    private static final int MOST = 4;

    private PlainStop() {}

    /** Whether the words are nothing more than that. */
    public static boolean is(String text) {
        List<String> words = Words.of(text).stream().dropWhile(BEFORE::contains).toList();
        return !words.isEmpty()
                && words.size() <= MOST
                && FIRST.contains(words.getFirst())
                && words.stream().allMatch(word -> FIRST.contains(word) || WITH.contains(word));
    }
}
