package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the name of something: one that exists, one from the lexicon, "it", a guess, or a new one. */
final class NameReader implements SlotReader {

    private static final int LONGEST = 7;
    private static final int LONGEST_GUESS = 3;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,127}");
    private static final Pattern TECHNICAL = Pattern.compile(".*[0-9@._-].*");
    private static final Set<String> PRONOUNS = Set.of("it", "that", "this", "its", "them");

    /** What is done with a name nobody knows. */
    enum Unknown {
        /** Taken as heard. */
        TAKEN,
        /** Taken, and marked as doubtful unless it looks like nothing but a name. */
        DOUBTED,
        /** Not taken. */
        REFUSED
    }

    private final Set<String> kindWords;
    private final String slot;
    private final Function<Names, Set<String>> existing;
    private final NameMatcher matcher;
    private final Set<String> grammar;
    private final Set<String> common;
    private final Unknown unknown;

    NameReader(
            Set<String> kindWords,
            String slot,
            Function<Names, Set<String>> existing,
            Vocabulary vocabulary,
            String kind,
            Unknown unknown) {
        this.kindWords = kindWords;
        this.slot = slot;
        this.existing = existing;
        this.matcher = new NameMatcher(vocabulary.names().getOrDefault(kind, Map.of()));
        this.grammar = vocabulary.grammar();
        this.common = unknown == Unknown.TAKEN ? Set.of() : vocabulary.common();
        this.unknown = unknown;
    }

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        if (PRONOUNS.contains(tokens.word(from))) {
            return List.of(pronoun(tokens, from, situation));
        }
        Set<String> names = existing.apply(situation.names());
        List<SlotReading> readings = new ArrayList<>();
        exact(tokens, from, names, readings);
        if (readings.isEmpty()) {
            guesses(tokens, from, names, readings);
        }
        if (unknown != Unknown.REFUSED && readings.stream().noneMatch(reading -> !reading.doubtful())) {
            asHeard(tokens, from, names, readings);
        }
        return readings;
    }

    private SlotReading pronoun(Tokens tokens, int from, Situation situation) {
        boolean named = from + 1 < tokens.size() && kindWords.contains(tokens.word(from + 1));
        int length = named ? 2 : 1;
        return situation.referent(slot, length);
    }

    private void exact(Tokens tokens, int from, Set<String> names, List<SlotReading> readings) {
        for (int length = Math.min(LONGEST, tokens.size() - from); length > 0; length--) {
            List<String> words = words(tokens, from, length);
            Optional<NameMatcher.Named> named =
                    matcher.exact(words, names).or(() -> matcher.existing(SpokenName.write(words), names));
            int taken = length;
            named.ifPresent(found -> readings.add(
                    found.guessed()
                            ? new SlotReading(found.name(), taken, 7, true)
                            : SlotReading.sure(found.name(), taken)));
        }
    }

    private void guesses(Tokens tokens, int from, Set<String> names, List<SlotReading> readings) {
        for (int length = Math.min(LONGEST_GUESS, tokens.size() - from); length > 0; length--) {
            List<String> words = words(tokens, from, length);
            if (mayBeName(words)) {
                int taken = length;
                matcher.guess(words, names)
                        .filter(found -> unknown != Unknown.REFUSED || names.contains(found.name()))
                        .ifPresent(found -> readings.add(
                                new SlotReading(found.name(), taken, names.contains(found.name()) ? 7 : 5, true)));
            }
        }
    }

    private void asHeard(Tokens tokens, int from, Set<String> names, List<SlotReading> readings) {
        String raw = withoutPossessive(tokens.get(from).raw());
        if (!isOrdinary(tokens.word(from)) && NAME.matcher(raw).matches()) {
            boolean doubtful =
                    unknown == Unknown.DOUBTED && !TECHNICAL.matcher(raw).matches();
            readings.add(new SlotReading(raw, 1, doubtful ? 2 : 6, doubtful || !names.isEmpty()));
        }
    }

    /** An ordinary word or a number may stand in a name, but does not begin one. */
    private boolean mayBeName(List<String> words) {
        return !isOrdinary(words.getFirst())
                && words.stream().skip(1).noneMatch(word -> grammar.contains(word) && !NumberWords.isNumber(word))
                && !kindWords.contains(words.getLast());
    }

    private boolean isOrdinary(String word) {
        return grammar.contains(word) || common.contains(word) || kindWords.contains(word);
    }

    private static List<String> words(Tokens tokens, int from, int length) {
        return tokens.list().subList(from, from + length).stream()
                .map(token -> withoutPossessive(token.word()))
                .toList();
    }

    private static String withoutPossessive(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }
}
