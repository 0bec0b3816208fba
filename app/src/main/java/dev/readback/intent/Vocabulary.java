package dev.readback.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words the phrasebook's sentences are made around, from {@code words.yaml}.
 *
 * @param macros name → template, for {@code <name>} in phrases
 * @param skip words an utterance may hold anywhere
 * @param leading what people say before a request
 * @param trailing what people say after one
 * @param heard words that recognisers write for another: heard words → the words meant
 * @param names for each kind of name, spoken form → the names it may stand for
 * @param grammar words that only hold a sentence together, never a name
 * @param common ordinary words, not taken for an unknown service or program
 * @param programs programs that "run ..." is believed for
 * @param technical words by which one knows that servers are spoken of
 */
record Vocabulary(
        Map<String, String> macros,
        Set<String> skip,
        List<List<String>> leading,
        List<List<String>> trailing,
        Map<List<String>, List<String>> heard,
        Map<String, Map<String, List<String>>> names,
        Set<String> grammar,
        Set<String> common,
        Set<String> programs,
        Set<String> technical) {

    private static final List<String> KEYS = List.of(
            "macros", "skip", "leading", "trailing", "heard", "names", "grammar", "common", "programs", "technical");

    static Vocabulary read(String file, String text) {
        YamlFields fields = YamlFields.of(file, YamlReader.read(file, text), KEYS);
        Map<List<String>, List<String>> heard = new HashMap<>();
        fields.find("heard")
                .ifPresent(yaml -> YamlFields.any(file, yaml).map().forEach((meant, forms) -> {
                    for (String form : fields.asTexts(forms)) {
                        heard.put(words(form), words(meant));
                    }
                }));
        Map<String, Map<String, List<String>>> names = new HashMap<>();
        fields.find("names")
                .ifPresent(yaml -> YamlFields.any(file, yaml)
                        .map()
                        .forEach((kind, lexicon) -> names.put(kind, lexicon(YamlFields.any(file, lexicon)))));
        return new Vocabulary(
                fields.textMap("macros"),
                words(fields, "skip"),
                phrases(fields, "leading"),
                phrases(fields, "trailing"),
                heard,
                names,
                words(fields, "grammar"),
                words(fields, "common"),
                words(fields, "programs"),
                words(fields, "technical"));
    }

    private static Map<String, List<String>> lexicon(YamlFields fields) {
        Map<String, List<String>> lexicon = new HashMap<>();
        fields.map().forEach((canonical, forms) -> {
            List<String> meant = List.of(canonical.split("\\|"));
            lexicon.put(meant.getFirst(), meant);
            meant.forEach(name -> lexicon.putIfAbsent(name, List.of(name)));
            fields.asTexts(forms).forEach(form -> lexicon.put(form, meant));
        });
        return lexicon;
    }

    private static Set<String> words(YamlFields fields, String key) {
        return Set.copyOf(fields.texts(key).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .toList());
    }

    private static List<List<String>> phrases(YamlFields fields, String key) {
        List<List<String>> phrases = new ArrayList<>();
        for (String phrase : fields.texts(key)) {
            phrases.add(words(phrase));
        }
        phrases.sort((a, b) -> b.size() - a.size());
        return List.copyOf(phrases);
    }

    private static List<String> words(String phrase) {
        return Tokens.of(phrase).words();
    }
}
