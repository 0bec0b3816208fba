package dev.readback.intent.nearest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a sentence into the pieces a BERT model was trained on (uncased WordPiece: Devlin et al., 2018, arXiv:1810.04805, section 3).
 * Thread-safe.
 */
final class WordPieces {

    private static final int MOST_PIECES = 64;
    private static final int LONGEST_WORD = 100;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\s\\p{C}]");

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    /** @param vocabulary piece → number, with {@code [UNK]}, {@code [CLS]} and {@code [SEP]} among them */
    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = number("[UNK]");
        this.begin = number("[CLS]");
        this.end = number("[SEP]");
    }

    private int number(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary has no " + piece);
        }
        return number;
    }

    /** The numbers of the pieces, framed as the model expects; what is too long is cut off. */
    long[] of(String sentence) {
        List<Integer> pieces = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain(sentence));
        while (matcher.find() && pieces.size() < MOST_PIECES) {
            word(matcher.group(), pieces);
        }
        List<Integer> kept = pieces.subList(0, Math.min(MOST_PIECES, pieces.size()));
        long[] numbers = new long[kept.size() + 2];
        numbers[0] = begin;
        for (int i = 0; i < kept.size(); i++) {
            numbers[i + 1] = kept.get(i);
        }
        numbers[numbers.length - 1] = end;
        return numbers;
    }

    /** Lower-case, without accents. */
    private static String plain(String sentence) {
        return Normalizer.normalize(sentence.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "");
    }

    /** The longest known piece from the front, then the longest of the rest; a word with a part nobody knows is unknown as a whole. */
    private void word(String word, List<Integer> pieces) {
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
                to--;
            }
            if (to == from) {
                break;
            }
            found.add(number(piece(word, from, to)));
            from = to;
        }
        if (from == word.length()) {
            pieces.addAll(found);
        } else {
            pieces.add(unknown);
        }
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
    }
}
