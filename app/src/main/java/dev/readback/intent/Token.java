package dev.readback.intent;

/**
 * One word of an utterance.
 *
 * @param raw as it was written, without the punctuation around it
 * @param word lower-case, as it is compared
 * @param start where it begins in the utterance
 * @param end where it ends
 * @param pause whether punctuation after it marks a pause
 */
record Token(String raw, String word, int start, int end, boolean pause) {

    Token as(String other) {
        return new Token(other, other, start, end, false);
    }

    Token withPause(boolean marked) {
        return new Token(raw, word, start, end, marked);
    }

    boolean isLetter() {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }
}
