package dev.readback.intent.nearest;

import dev.readback.intent.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ranks by the words two sentences share, rare ones counting more. For machines, and moments, without the vectors. */
final class WordOverlap implements Ranking {

    private static final Bounds BOUNDS = new Bounds(0.55f, 0.75f, 0.3f);

    private final List<Example> examples;
    private final Map<String, Integer> occurrences = new HashMap<>();

    WordOverlap(List<Example> examples) {
        this.examples = examples;
        examples.forEach(
                example -> words(example.sentence()).forEach(word -> occurrences.merge(word, 1, Integer::sum)));
    }

    @Override
    public List<Ranked> rank(String words) {
        Set<String> said = words(words);
        List<Ranked> ranked = new ArrayList<>();
        for (Example example : examples) {
            float score = score(said, words(example.sentence()));
            if (score > BOUNDS.topic()) {
                ranked.add(new Ranked(example, score));
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked;
    }

    @Override
    public Bounds bounds() {
        return BOUNDS;
    }

    /** The weight of what is shared, measured against each of the two. */
    private float score(Set<String> said, Set<String> example) {
        double shared = said.stream()
                .filter(example::contains)
                .mapToDouble(this::weight)
                .sum();
        double both = Math.sqrt(weight(said) * weight(example));
        return both == 0 ? 0 : (float) (shared / both);
    }

    private double weight(Set<String> words) {
        return words.stream().mapToDouble(this::weight).sum();
    }

    private double weight(String word) {
        return Math.log(1 + (double) examples.size() / (1 + occurrences.getOrDefault(word, 0)));
    }

    private static Set<String> words(String sentence) {
        Set<String> words =
                new LinkedHashSet<>(List.of(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
