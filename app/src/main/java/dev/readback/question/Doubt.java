package dev.readback.question;

import java.util.List;
import java.util.Optional;

/** Why words that start with a yes are not one. */
final class Doubt {

    private Doubt() {}

    /**
     * @param counted the words, from the yes on
     * @param yes how many of them are the yes itself
     * @return one sentence, or empty when the yes stands
     */
    static Optional<String> about(Question question, String text, Words counted, int yes, int mostWords) {
        if (counted.size() > mostWords) {
            return Optional.of("That was too much for a yes. Please say just yes or no.");
        }
        if (text.contains("?") || Vocabulary.HOLD_OFF.anyIn(counted)) {
            return Optional.of("I take that as neither yes nor no. Please say just yes or no.");
        }
        return namesSomethingElse(question, counted.from(yes))
                ? Optional.of("That names something else than I asked about. Please say just yes or no.")
                : Optional.empty();
    }

    /** "Yes, restart apache", said to a question about nginx. */
    private static boolean namesSomethingElse(Question question, Words rest) {
        if (!Vocabulary.ACTS.anyIn(rest)) {
            return false;
        }
        Words asked = Words.of(asked(question.text()) + " " + question.context());
        return rest.list().stream()
                .map(List::of)
                .anyMatch(word ->
                        !asked.contains(word) && !Vocabulary.PLEASANTRY.list().contains(word));
    }

    /** The question without what is told after it: what would be touched, and what would come next, is not what a yes is about. */
    private static String asked(String text) {
        int end = text.indexOf('?');
        return end < 0 ? text : text.substring(0, end);
    }
}
