package dev.readback.intent;

import java.util.regex.Pattern;

/** Words as they were said, with only what surrounds them taken off. */
final class Spoken {

    private static final String FILLERS =
            "(?:(?:please|hey|ok|okay|so|and|also|well|now|oh|um|uh|uhm|right|yes|just|readback|by the way|btw"
                    + "|from now on|in future|in the future|can you|could you|would you|will you|i want you to|i'd like you to|i would like you to"
                    + "|you should|you need to|you must)[,;:.!]? )*+";

    private static final String QUOTES = "\"'`\u201C\u201D\u00AB\u00BB";

    private Spoken() {}

    /** One line, blanks single, plain apostrophes. */
    static String plain(String utterance) {
        return utterance
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u02BC', '\'')
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    /** What begins with these words, but for what people say before. */
    static Pattern afterFillers(String regex) {
        return Pattern.compile(FILLERS + regex, Pattern.CASE_INSENSITIVE);
    }

    /** Without the end of the sentence and a "please" after it. */
    static String closed(String words) {
        return words.replaceFirst("(?i)[,\\s]*\\b(?:please|thanks|thank you)[.!]*$", "")
                .replaceFirst("[\\s.!,;]+$", "")
                .strip();
    }

    /** Without quotation marks around the whole. */
    static String unquoted(String words) {
        String bare = closed(words);
        boolean quoted = bare.length() > 1
                && QUOTES.indexOf(bare.charAt(0)) >= 0
                && QUOTES.indexOf(bare.charAt(bare.length() - 1)) >= 0;
        return quoted ? bare.substring(1, bare.length() - 1).strip() : bare;
    }
}
