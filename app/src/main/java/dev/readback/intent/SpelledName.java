package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;

/** A name that may be spelled out after it is said: "jon, j o n". The spelling wins. */
final class SpelledName implements SlotReader {

    private final SlotReader name;

    SpelledName(SlotReader name) {
        this.name = name;
    }

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        List<SlotReading> readings = new ArrayList<>(name.read(tokens, from, situation));
        int start = tokens.get(from).isLetter() ? from : from + 1;
        StringBuilder letters = new StringBuilder();
        int end = start;
        while (end < tokens.size() && tokens.get(end).isLetter()) {
            letters.append(tokens.word(end++));
        }
        if (letters.length() > 1 && resembles(tokens.word(from), letters.toString(), start == from)) {
            readings.add(SlotReading.sure(letters.toString(), end - from));
        }
        return readings;
    }

    private static boolean resembles(String said, String spelled, boolean onlySpelled) {
        return onlySpelled || said.charAt(0) == spelled.charAt(0);
    }
}
