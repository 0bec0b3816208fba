package dev.readback.voice.pipeline;

import dev.readback.voice.Heard;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one utterance as they come, each with how sure the decoder was of it. Not thread-safe. */
final class Transcript {

    /** Below this, a word is doubtful: measured, of the words that were right 2 in 100 are (4 where names are hinted at), of those that were wrong 4 in 10. */
    private static final float DOUBT = 0.45f;

    private static final int LONGEST_PHRASE = 12;

    private final Vocabulary vocabulary;
    private final List<Integer> tokens = new ArrayList<>();
    private final List<Float> sureness = new ArrayList<>();

    Transcript(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(int token, float sure) {
        tokens.add(token);
        sureness.add(sure);
    }

    List<Integer> tokens() {
        return tokens;
    }

    /** The decoder has caught itself saying the same again and again; what it repeated is cut to once. */
    boolean loops() {
        for (int length = 1; length <= LONGEST_PHRASE && 3 * length <= tokens.size(); length++) {
            int end = tokens.size();
            List<Integer> last = tokens.subList(end - length, end);
            int times = 1;
            while (end - (times + 1) * length >= 0
                    && tokens.subList(end - (times + 1) * length, end - times * length)
                            .equals(last)) {
                times++;
            }
            if (times >= (length == 1 ? 5 : length < 4 ? 4 : 3)) {
                tokens.subList(end - (times - 1) * length, end).clear();
                sureness.subList(end - (times - 1) * length, end).clear();
                return true;
            }
        }
        return false;
    }

    /** How sure the decoder was of all of it, 0 to 1: the geometric mean. */
    double sure() {
        return Math.exp(
                sureness.stream().mapToDouble(sure -> Math.log(sure)).average().orElse(Double.NEGATIVE_INFINITY));
    }

    Heard heard() {
        return heard(DOUBT);
    }

    /** @param doubt how sure a word has to be so as not to be doubtful */
    Heard heard(float doubt) {
        List<String> doubtful = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || vocabulary.beginsWord(tokens.get(i))) {
                String word = bare(vocabulary.text(tokens.subList(from, i)));
                if (!word.isEmpty() && leastSure(word, from, i) < doubt) {
                    doubtful.add(word);
                }
                from = i;
            }
        }
        return new Heard(vocabulary.text(tokens), doubtful);
    }

    /** Marks behind the word do not count: a comma is easily doubted. */
    private float leastSure(String word, int from, int to) {
        float least = 1;
        int letters = 0;
        for (int i = from; i < to && letters < word.length(); i++) {
            letters += vocabulary.text(tokens.subList(i, i + 1)).strip().length();
            least = Math.min(least, sureness.get(i));
        }
        return least;
    }

    private static String bare(String word) {
        return word.strip().replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}%]+$", "");
    }
}
