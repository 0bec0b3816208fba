package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a name nobody knows that may be several words: "apt daily" is {@code apt-daily}, and marked as doubtful. */
final class DashedName implements SlotReader {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}");
    private static final int MOST_WORDS = 4;

    private final Set<String> grammar;

    DashedName(Set<String> grammar) {
        this.grammar = grammar;
    }

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        List<SlotReading> readings = new ArrayList<>();
        for (int length = 1; length <= MOST_WORDS && from + length <= tokens.size(); length++) {
            Token last = tokens.get(from + length - 1);
            boolean number = length > 1 && NumberWords.isNumber(last.word());
            if ((grammar.contains(last.word()) && !number)
                    || !PART.matcher(last.raw()).matches()) {
                break;
            }
            List<String> words = tokens.list().subList(from, from + length).stream()
                    .map(Token::raw)
                    .toList();
            String name = length == 1 ? words.getFirst() : String.join("-", SpokenName.write(words));
            readings.add(new SlotReading(name, length, length == 1 ? 6 : 3, length > 1));
        }
        return readings;
    }
}
