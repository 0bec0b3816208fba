package dev.readback.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an utterance says the name of an object again: the whole of it, a path's last parts, or its file name, typed or spoken
 * ("slash srv slash old dot log", "old log"). A symbol that is typed or spoken must be the very one; a gap may stand for any.
 */
final class RepeatBack {

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("slash", "/"),
            Map.entry("dot", "."),
            Map.entry("point", "."),
            Map.entry("dash", "-"),
            Map.entry("minus", "-"),
            Map.entry("hyphen", "-"),
            Map.entry("underscore", "_"),
            Map.entry("colon", ":"),
            Map.entry("at", "@"),
            Map.entry("tilde", "~"),
            Map.entry("plus", "+"));

    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    /** What may stand before the name: consent, and the act it is consent to. */
    private static final Set<String> LEAD = Set.of(
            "yes yeah yep yup sure ok okay alright uh um er erm well so please go ahead and do it delete remove erase wipe drop destroy"
                    .concat(
                            " purge prune format truncate overwrite kill reboot run the file folder directory volume container database")
                    .concat(" image disk device partition user package service unit called named i confirm it's its")
                    .split(" "));

    private static final Set<String> TRAIL = Set.of("please", "yes", "thanks", "now", "permanently");

    private static final Pattern END_PUNCTUATION = Pattern.compile("[?!,.;:\"')]+$|^[\"'(]+");

    private RepeatBack() {}

    /** Whether the whole utterance is a naming of {@code object}. */
    static boolean names(String object, String text) {
        List<String> words = words(text);
        int end = words.size();
        while (end > 1 && TRAIL.contains(words.get(end - 1))) {
            end--;
        }
        for (int start = 0; start < end; start++) {
            if (isNamed(object, words.subList(start, end), start)) {
                return true;
            }
            if (!LEAD.contains(words.get(start))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isNamed(String object, List<String> words, int lead) {
        if (lead == 0 && words.size() == 1 && isBareDenial(words.getFirst())) {
            return false;
        }
        return matches(object, words) || matches(object, withDigits(words));
    }

    /** "Stop" alone stays a no, even where the object is called stop. */
    private static boolean isBareDenial(String word) {
        Words bare = Words.of(word);
        return !word.contains("/") && bare.size() == 1 && Vocabulary.DENY.anyIn(bare);
    }

    private static boolean matches(String object, List<String> words) {
        String target = object.equals("/") ? "" : stripTrailingSlash(object.toLowerCase(Locale.ROOT));
        if (target.isEmpty()) {
            return words.equals(List.of("/")) || words.equals(List.of("slash")) || words.equals(List.of("root"));
        }
        Pattern said = pattern(words);
        if (said.matcher(target).matches()) {
            return true;
        }
        if (startsAtRoot(words)) {
            return false;
        }
        for (int slash = target.indexOf('/'); slash >= 0; slash = target.indexOf('/', slash + 1)) {
            if (said.matcher(target.substring(slash + 1)).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAtRoot(List<String> words) {
        return words.getFirst().startsWith("/") || words.getFirst().equals("slash");
    }

    private static Pattern pattern(List<String> words) {
        StringBuilder regex = new StringBuilder();
        boolean gap = false;
        for (String word : words) {
            String symbol = SYMBOLS.get(word);
            if (symbol != null) {
                regex.append(Pattern.quote(symbol));
            } else {
                regex.append(gap ? "[-_./: @]*+" : "").append(Pattern.quote(stripTrailingSlash(word)));
            }
            gap = symbol == null;
        }
        return Pattern.compile(regex.toString());
    }

    private static List<String> withDigits(List<String> words) {
        return words.stream()
                .map(word -> DIGITS.contains(word) ? String.valueOf(DIGITS.indexOf(word)) : word)
                .toList();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String part : Words.fold(text).strip().split("\\s+")) {
            String bare = END_PUNCTUATION.matcher(part).replaceAll("");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    private static String stripTrailingSlash(String text) {
        return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
