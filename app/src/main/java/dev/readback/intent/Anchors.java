package dev.readback.intent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words one of which any sentence of a template must hold: what a template is looked up by. */
final class Anchors {

    private Anchors() {}

    /** The smallest such set, the one with the longest words where two are as small; empty when a template could do without any word. */
    static Optional<Set<String>> of(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Word word -> Optional.of(Set.of(word.word()));
            case Pattern.Slot slot -> Optional.empty();
            case Pattern.Choice choice -> ofChoice(choice.options());
            case Pattern.Sequence sequence ->
                sequence.parts().stream().flatMap(part -> of(part).stream()).reduce((a, b) -> better(a, b) ? a : b);
        };
    }

    private static Optional<Set<String>> ofChoice(List<Pattern> options) {
        List<Optional<Set<String>>> anchors = options.stream().map(Anchors::of).toList();
        return anchors.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(anchors.stream()
                        .flatMap(anchor -> anchor.map(Set::stream).orElse(Stream.of()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean better(Set<String> a, Set<String> b) {
        return a.size() != b.size() ? a.size() < b.size() : shortest(a) >= shortest(b);
    }

    private static int shortest(Set<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }
}
