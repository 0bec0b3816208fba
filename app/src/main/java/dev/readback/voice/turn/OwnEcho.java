package dev.readback.voice.turn;

import java.util.Collections;
import java.util.List;

/** Our own words, heard by the person's microphone. They are never a request, a yes or a repeated name. */
public final class OwnEcho {

    /** So much of what was heard must be ours, in order. A recogniser makes other words of some. */
    private static final double MOSTLY = 0.7;

    private static final int TELLING = 2;

    private OwnEcho() {}

    /**
     * Whether what was heard while we spoke is what we said.
     *
     * @param ours what we were saying
     */
    public static boolean of(String heard, String ours) {
        List<String> words = Words.of(heard);
        List<String> own = Words.of(ours);
        if (words.size() < TELLING) {
            return words.equals(own) || ends(own, words);
        }
        return Collections.indexOfSubList(own, words) >= 0 || inOrder(words, own) >= MOSTLY * words.size();
    }

    /** One word is ours only where we ended with it: a "no" in the middle of our sentence is a person's. */
    private static boolean ends(List<String> own, List<String> words) {
        return !words.isEmpty()
                && !own.isEmpty()
                && own.getLast().equals(words.getFirst())
                && words.getFirst().length() > 3;
    }

    /** The longest common subsequence, in words, within a stretch not much longer than what was heard. */
    private static int inOrder(List<String> words, List<String> own) {
        int best = 0;
        int stretch = words.size() + 2;
        for (int from = 0; from < own.size(); from++) {
            best = Math.max(best, common(words, own.subList(from, Math.min(own.size(), from + stretch))));
        }
        return best;
    }

    private static int common(List<String> left, List<String> right) {
        int[][] length = new int[left.size() + 1][right.size() + 1];
        for (int i = 1; i <= left.size(); i++) {
            for (int j = 1; j <= right.size(); j++) {
                length[i][j] = left.get(i - 1).equals(right.get(j - 1))
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return length[left.size()][right.size()];
    }
}
