package dev.readback.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text cut where a speaker takes breath, the first piece short, so that its sound is there soon. */
final class Pieces {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=[\"'“(]?[\\p{Lu}\\p{N}])|\\n+");
    private static final Pattern BREATH = Pattern.compile("(?<=[,;:])\\s+");
    private static final int SHORT = 48;
    private static final int LONGEST = 220;

    private Pieces() {}

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        for (String sentence : SENTENCE.split(text.strip())) {
            add(pieces, sentence.strip());
        }
        return pieces;
    }

    private static void add(List<String> pieces, String sentence) {
        int most = pieces.isEmpty() ? SHORT : LONGEST;
        if (sentence.isEmpty() || sentence.length() <= most) {
            if (!sentence.isEmpty()) {
                pieces.add(sentence);
            }
            return;
        }
        StringBuilder piece = new StringBuilder();
        for (String breath : BREATH.split(sentence)) {
            if (!piece.isEmpty() && piece.length() + breath.length() > most) {
                pieces.add(piece.toString());
                piece.setLength(0);
                most = LONGEST;
            }
            piece.append(piece.isEmpty() ? "" : " ").append(breath);
        }
        pieces.add(piece.toString());
    }
}
