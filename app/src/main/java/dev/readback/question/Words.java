package dev.readback.question;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An utterance as lower-case words: typographic apostrophes made plain, contractions joined up, punctuation and invisible characters gone. */
record Words(List<String> list) {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern APOSTROPHE = Pattern.compile("[\u2018\u2019\u201B\u02BC\u00B4`\uFF07]");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}']+");

    Words {
        list = List.copyOf(list);
    }

    static Words of(String text) {
        String plain = signs(fold(text));
        return new Words(SEPARATOR
                .splitAsStream(plain)
                .map(word -> word.replace("'", ""))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Lower case, one form for each character, a plain apostrophe. */
    static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String visible = INVISIBLE.matcher(composed).replaceAll("");
        return APOSTROPHE.matcher(visible).replaceAll("'").toLowerCase(Locale.ROOT);
    }

    private static String signs(String text) {
        return text.replace("\uD83D\uDC4D", " yes ")
                .replace("\uD83D\uDC4E", " no ")
                .replace("\u2705", " yes ")
                .replace("\u274C", " no ")
                .replace("\uD83D\uDED1", " stop ")
                .replace("\u270B", " wait ");
    }

    int size() {
        return list.size();
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    Words from(int index) {
        return new Words(list.subList(index, list.size()));
    }

    boolean startsWith(List<String> phrase) {
        return list.size() >= phrase.size() && list.subList(0, phrase.size()).equals(phrase);
    }

    boolean contains(List<String> phrase) {
        return Collections.indexOfSubList(list, phrase) >= 0;
    }

    String joined() {
        return String.join(" ", list);
    }
}
