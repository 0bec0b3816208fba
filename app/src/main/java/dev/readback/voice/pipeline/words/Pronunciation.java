package dev.readback.voice.pipeline.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sounds of words: those of CMUdict (BSD; 135,000 words), of {@link Lexicon}, of parts and endings of known words, and else as it is written. Thread-safe. */
public final class Pronunciation {

    private static final Pattern LINE = Pattern.compile("^\\s*\"?([^\":(]+)\"?: \"([A-Z0-9 ]+)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:'\\p{L}+)?|[.,;:!?]");

    /** Words that carry no stress in a sentence. */
    private static final Set<String> WEAK = Set.of(
            "is are was were be been am of in on at for and or with it its that by from as has have had do does you your i my we our can will if but than"
                    .split(" "));

    private static final Map<String, String> SHORT =
            Map.of("the", "ðə", "a", "ɐ", "an", "ən", "to", "tə", "of", "ʌv", "and", "ænd", "for", "fɔɹ");

    private static final int SHORTEST_PART = 3;

    private final Map<String, String> dictionary;

    private Pronunciation(Map<String, String> dictionary) {
        this.dictionary = dictionary;
    }

    /** @throws IOException also where the file is not the dictionary */
    public static Pronunciation read(Path script) throws IOException {
        Map<String, String> dictionary = HashMap.newHashMap(140_000);
        try (BufferedReader lines = Files.newBufferedReader(script)) {
            Matcher entry = LINE.matcher("");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (entry.reset(line).find()) {
                    dictionary.put(entry.group(1), entry.group(2));
                }
            }
        }
        if (dictionary.size() < 1000) {
            throw new IOException("the dictionary has only " + dictionary.size() + " words");
        }
        return new Pronunciation(dictionary);
    }

    /** The phonemes of a {@link SpokenForm}, as Kokoro was taught them: IPA, capitals for diphthongs, the marks of the sentence between. */
    public String phonemes(String spoken) {
        StringBuilder all = new StringBuilder();
        Matcher words = WORD.matcher(spoken);
        while (words.find()) {
            String word = words.group();
            if (Character.isLetter(word.codePointAt(0))) {
                all.append(all.isEmpty() ? "" : " ").append(word(word));
            } else if (!all.isEmpty()) {
                all.append(word);
            }
        }
        return all.toString();
    }

    private String word(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        boolean letter = written.length() == 1 && Character.isUpperCase(written.charAt(0)) && !written.equals("I");
        if (letter) {
            return Sounds.ipa(Letters.sounds(word));
        }
        if (SHORT.containsKey(word)) {
            return SHORT.get(word);
        }
        String ipa = Sounds.ipa(sounds(word));
        return WEAK.contains(word) ? ipa.replace("ˈ", "") : ipa;
    }

    /** In the letters of CMUdict. */
    String sounds(String word) {
        return Lexicon.sounds(word)
                .or(() -> Optional.ofNullable(dictionary.get(word)))
                .or(() -> Lexicon.written(word).map(this::sentence))
                .or(() -> ending(word))
                .or(() -> compound(word))
                .orElseGet(() -> Letters.guessed(word));
    }

    private String sentence(String words) {
        return String.join(
                " ",
                List.of(words.split(" ")).stream()
                        .map(word -> word.length() == 1
                                ? Letters.sounds(word.toLowerCase(Locale.ROOT))
                                : Optional.ofNullable(dictionary.get(word.toLowerCase(Locale.ROOT)))
                                        .orElseGet(() -> Letters.guessed(word.toLowerCase(Locale.ROOT))))
                        .toList());
    }

    private Optional<String> ending(String word) {
        if (word.endsWith("'s") || word.endsWith("s")) {
            String stem = word.substring(0, word.length() - (word.endsWith("'s") ? 2 : 1));
            return known(stem).map(sounds -> sounds + Sounds.plural(sounds));
        }
        if (word.endsWith("ing")) {
            String stem = word.substring(0, word.length() - 3);
            return known(stem).or(() -> known(stem + "e")).map(sounds -> sounds + " IH0 NG");
        }
        if (word.endsWith("ed")) {
            String stem = word.substring(0, word.length() - 2);
            return known(stem).or(() -> known(stem + "e")).map(sounds -> sounds + Sounds.past(sounds));
        }
        return Optional.empty();
    }

    private Optional<String> known(String word) {
        return Lexicon.sounds(word).or(() -> Optional.ofNullable(dictionary.get(word)));
    }

    /** Two known words in one; the first as long as can be, and the second with the lesser stress. */
    private Optional<String> compound(String word) {
        for (int cut = word.length() - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
            Optional<String> first = known(word.substring(0, cut));
            Optional<String> second = known(word.substring(cut));
            if (first.isPresent() && second.isPresent()) {
                return Optional.of(first.get() + " " + second.get().replace('1', '2'));
            }
        }
        return Optional.empty();
    }
}
