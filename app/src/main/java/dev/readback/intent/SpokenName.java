package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Writes the name of something that exists as it is said: "shop web one", "shop dash web dash zero one", "web to". */
final class SpokenName {

    private static final Set<String> SYMBOLS = Set.of("dash", "minus", "hyphen", "underscore", "dot", "number");

    /** Numbers that are heard as other words: only believed where such a name exists. */
    private static final Map<String, String> SOUND_LIKE_NUMBERS =
            Map.of("won", "1", "to", "2", "too", "2", "tree", "3", "for", "4", "fore", "4", "ate", "8", "o", "0");

    private SpokenName() {}

    /** Letters and digits of the name, in order. */
    static List<String> write(List<String> words) {
        List<String> written = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int end = at;
            while (end < words.size() && NumberWords.isNumber(words.get(end))) {
                end++;
            }
            String word = words.get(at);
            if (end > at) {
                OptionalLong number = NumberWords.read(words.subList(at, end));
                String digits = String.join("", words.subList(at, end));
                boolean zeros = word.equals("zero") || word.equals("oh");
                written.add(number.isEmpty() ? digits : (zeros && end > at + 1 ? "0" : "") + number.getAsLong());
                at = end;
            } else {
                if (!SYMBOLS.contains(word)) {
                    written.add(at == 0 ? word : SOUND_LIKE_NUMBERS.getOrDefault(word, word));
                }
                at++;
            }
        }
        return written;
    }
}
