package dev.readback.intent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries one template on one utterance, every way of reading its slots, and keeps the best. Not thread-safe; made for one try. */
final class Matcher {

    private static final int WORD_SCORE = 10;
    private static final int MOST_STEPS = 4000;

    private final Entry entry;
    private final Tokens tokens;
    private final Situation situation;
    private final Set<String> skipped;
    private final Deque<Step> bound = new ArrayDeque<>();
    private int steps;
    private @Nullable Match best;

    private record Step(String slot, Match.Filled filled) {}

    /** What remains of the template. */
    private record Rest(Pattern pattern, @Nullable Rest next) {}

    Matcher(Entry entry, Tokens tokens, Situation situation, Set<String> skipped) {
        this.entry = entry;
        this.tokens = tokens;
        this.situation = situation;
        this.skipped = skipped;
    }

    Optional<Match> match(Pattern pattern) {
        walk(new Rest(pattern, null), 0, 0);
        return Optional.ofNullable(best);
    }

    private void walk(@Nullable Rest rest, int at, int score) {
        if (++steps > MOST_STEPS) {
            return;
        }
        if (rest == null) {
            end(at, score);
            return;
        }
        switch (rest.pattern()) {
            case Pattern.Word word -> word(word.word(), rest.next(), at, score);
            case Pattern.Slot slot -> slot(slot.name(), rest.next(), at, score);
            case Pattern.Sequence sequence -> walk(unroll(sequence, rest.next()), at, score);
            case Pattern.Choice choice ->
                choice.options().forEach(option -> walk(new Rest(option, rest.next()), at, score));
        }
    }

    private static @Nullable Rest unroll(Pattern.Sequence sequence, @Nullable Rest next) {
        Rest rest = next;
        for (int i = sequence.parts().size() - 1; i >= 0; i--) {
            rest = new Rest(sequence.parts().get(i), rest);
        }
        return rest;
    }

    private void word(String word, @Nullable Rest next, int at, int score) {
        for (int i = at; i < tokens.size(); i++) {
            if (tokens.word(i).equals(word)) {
                walk(next, i + 1, score + WORD_SCORE);
                return;
            }
            if (!skipped.contains(tokens.word(i))) {
                return;
            }
        }
    }

    private void slot(String name, @Nullable Rest next, int at, int score) {
        SlotSpec spec = entry.slots().get(name);
        for (int i = at; spec != null && i < tokens.size(); i++) {
            boolean passedOver = skipped.contains(tokens.word(i)) && i + 1 < tokens.size();
            for (SlotReading reading :
                    passedOver ? List.<SlotReading>of() : spec.reader().read(tokens, i, situation)) {
                bound.push(new Step(spec.name(), new Match.Filled(reading, i)));
                walk(next, i + reading.length(), score + reading.quality() * reading.length());
                bound.pop();
            }
            if (!skipped.contains(tokens.word(i))) {
                return;
            }
        }
    }

    private void end(int at, int score) {
        for (int i = at; i < tokens.size(); i++) {
            if (!skipped.contains(tokens.word(i))) {
                return;
            }
        }
        if (best == null || score > best.score()) {
            Map<String, Match.Filled> slots = new HashMap<>();
            bound.forEach(step -> slots.put(step.slot(), step.filled()));
            best = new Match(entry, slots, score);
        }
    }
}
