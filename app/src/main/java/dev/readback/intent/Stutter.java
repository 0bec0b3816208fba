package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "Restart restart nginx", "how full how full is the disk": what is said twice in a row is meant once. */
final class Stutter {

    private static final int LONGEST = 3;
    private static final Set<String> MEANT_TWICE = Set.of(
            "slash",
            "dot",
            "dash",
            "minus",
            "hyphen",
            "underscore",
            "colon",
            "star",
            "no",
            "wait",
            "oh",
            "double",
            "in",
            "on",
            "at",
            "that",
            "had",
            "is");

    private Stutter() {}

    static List<Token> removed(List<Token> tokens) {
        List<Token> kept = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int repeated = repeated(tokens, at);
            if (repeated == 0) {
                kept.add(tokens.get(at++));
            } else {
                at += repeated;
            }
        }
        return kept;
    }

    private static int repeated(List<Token> tokens, int at) {
        for (int length = Math.min(LONGEST, (tokens.size() - at) / 2); length > 0; length--) {
            List<Token> first = tokens.subList(at, at + length);
            List<Token> second = tokens.subList(at + length, at + 2 * length);
            if (first.stream().noneMatch(Stutter::isMeantTwice) && words(first).equals(words(second))) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isMeantTwice(Token token) {
        return token.word().length() < 2
                || token.word().chars().anyMatch(c -> "/.-_:".indexOf(c) >= 0)
                || MEANT_TWICE.contains(token.word())
                || NumberWords.isNumber(token.word());
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().map(Token::word).toList();
    }
}
